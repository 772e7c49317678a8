package dev.millrace.cli;

import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.RunProgress;

/// Shows a person or a program how far a run is. Used by one thread.
sealed interface ProgressDisplay extends AutoCloseable permits BarDisplay, LineDisplay, JsonDisplay {

    void show(RunEvent event);

    /// Called about ten times a second.
    void update(RunProgress progress);

    /// Leaves the cursor at the beginning of a line.
    @Override
    void close();
}
