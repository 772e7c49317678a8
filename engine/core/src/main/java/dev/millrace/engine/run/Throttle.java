package dev.millrace.engine.run;

import dev.millrace.engine.recipe.RunSettings;

import java.time.Duration;
import java.util.function.LongSupplier;

/// The rates of a recipe, for machines that others use too. Safe for all workers.
final class Throttle {

    private final RateLimit rows;
    private final RateLimit bytes;
    private final LongSupplier nanoTime;

    Throttle(RunSettings settings, LongSupplier nanoTime) {
        this.rows = new RateLimit(settings.rateLimitRows());
        this.bytes = new RateLimit((double) ((long) settings.rateLimitMb() << 20));
        this.nanoTime = nanoTime;
    }

    /// A worker took in a block.
    ///
    /// @return how long it has to wait before the next one
    Duration taken(long newRows, long newBytes) {
        long now = nanoTime.getAsLong();
        return Duration.ofNanos(Math.max(rows.take(newRows, now), bytes.take(newBytes, now)));
    }
}
