package dev.millrace.cli;

import dev.millrace.engine.run.RunProgress;

import java.time.Duration;

/// How fast the running pass is. Looked at about ten times a second, by one thread.
final class PassRate {

    private int pass;
    private Duration passStarted = Duration.ZERO;
    private Duration looked = Duration.ZERO;

    /// Rows per second since the look before the first one in this pass.
    long rowsPerSecond(RunProgress progress) {
        if (progress.pass() != pass) {
            pass = progress.pass();
            passStarted = looked;
        }
        looked = progress.elapsed();
        return Figures.perSecond(progress.rows(), looked.minus(passStarted));
    }
}
