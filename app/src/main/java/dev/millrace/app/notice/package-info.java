/// Tells a person who looks elsewhere that a long run has ended.
@NullMarked
package dev.millrace.app.notice;

import org.jspecify.annotations.NullMarked;
