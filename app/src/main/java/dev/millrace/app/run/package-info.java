/// Run: a run as it happens and as it ended, from the engine's events to the screen.
@NullMarked
package dev.millrace.app.run;

import org.jspecify.annotations.NullMarked;
