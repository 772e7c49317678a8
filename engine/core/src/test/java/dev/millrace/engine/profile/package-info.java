@NullMarked
package dev.millrace.engine.profile;

import org.jspecify.annotations.NullMarked;
