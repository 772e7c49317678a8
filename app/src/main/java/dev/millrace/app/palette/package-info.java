/// The command palette: whatever can be done or gone to, found by a part of its name.
@NullMarked
package dev.millrace.app.palette;

import org.jspecify.annotations.NullMarked;
