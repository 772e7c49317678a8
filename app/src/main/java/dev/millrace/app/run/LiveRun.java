package dev.millrace.app.run;

import dev.millrace.engine.run.RunProgress;
import dev.millrace.engine.run.RunResult;

import java.util.Optional;

/// A run as the screen needs it. No method waits.
public interface LiveRun {

    RunProgress progress();

    void cancel();

    void pause();

    void goOn();

    /// The end, as soon as it is there.
    Optional<RunResult> result();
}
