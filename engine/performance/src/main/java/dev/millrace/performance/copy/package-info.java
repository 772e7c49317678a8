/// The limit that no preprocessing can beat: the bytes moved, and nothing done to them.
@NullMarked
package dev.millrace.performance.copy;

import org.jspecify.annotations.NullMarked;
