package dev.millrace.app.run;

import javafx.animation.AnimationTimer;

import java.lang.ref.WeakReference;

/// Brings the run view up to date once per frame while a run is on. It keeps no window alive that was let go meanwhile.
final class RunPulse extends AnimationTimer {

    private final WeakReference<RunController> view;

    RunPulse(RunController view) {
        this.view = new WeakReference<>(view);
    }

    @Override
    public void handle(long nanos) {
        RunController there = view.get();
        if (there == null) {
            stop();
        } else {
            there.pulse(nanos);
        }
    }
}
