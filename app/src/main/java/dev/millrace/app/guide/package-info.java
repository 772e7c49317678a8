/// The user guide: README's chapters, searched and read in the window.
@NullMarked
package dev.millrace.app.guide;

import org.jspecify.annotations.NullMarked;
