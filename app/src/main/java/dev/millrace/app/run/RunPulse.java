package dev.millrace.app.run;

import javafx.animation.AnimationTimer;

/// Brings the run view up to date once per frame while a run is on.
final class RunPulse extends AnimationTimer {

    private final RunViewModel run;
    private final Runnable afterwards;

    /// @param afterwards paints what the view model changed
    RunPulse(RunViewModel run, Runnable afterwards) {
        this.run = run;
        this.afterwards = afterwards;
    }

    @Override
    public void handle(long nanos) {
        run.pulse(nanos);
        afterwards.run();
    }
}
