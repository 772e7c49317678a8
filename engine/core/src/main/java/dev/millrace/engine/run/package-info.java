/// Executes a plan: workers, passes, events, staged output and its atomic commit, manifest.
/// [Run][dev.millrace.engine.run.Run] is the handle that the desktop and the command line hold;
/// [RunResources][dev.millrace.engine.run.RunResources] keeps a run within its memory and rates.
@NullMarked
package dev.millrace.engine.run;

import org.jspecify.annotations.NullMarked;
