package dev.millrace.cli;

import dev.millrace.engine.run.RunProgress;

import java.time.Duration;
import java.util.Optional;

/// An estimate of a run's time left: the rest goes as fast as what is done.
final class TimeLeft {

    private static final double TOO_EARLY = 0.01;

    private TimeLeft() {}

    /// Empty as long as too little is done to tell.
    static Optional<Duration> of(RunProgress progress) {
        double fraction = progress.fraction();
        if (fraction < TOO_EARLY) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis((long) (progress.elapsed().toMillis() * (1 - fraction) / fraction)));
    }
}
