/// Blocking work off the screen's thread, and the only bridge back to it.
@NullMarked
package dev.millrace.app.background;

import org.jspecify.annotations.NullMarked;
