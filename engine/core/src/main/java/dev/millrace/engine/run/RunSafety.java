package dev.millrace.engine.run;

import java.time.Duration;

/// How a run guards against faults of its surroundings.
///
/// @param firstBackOff how long a worker waits after a transient fault before it tries a shard again; four times as
///   long after each further one
/// @param storeEvery how much work of a fitting pass may be lost to a crash: what it has collected is stored that often
public record RunSafety(Duration firstBackOff, Duration storeEvery) {

    /// What runs use.
    public static final RunSafety DEFAULT = new RunSafety(Duration.ofMillis(250), Duration.ofSeconds(5));

    /// How long to wait after a failed attempt.
    ///
    /// @param attempt number of the failed attempt, from 1
    Duration backOff(int attempt) {
        return firstBackOff.multipliedBy(1L << (2 * Math.min(attempt - 1, 10)));
    }
}
