package dev.millrace.app.run;

import java.time.Duration;
import java.util.Optional;

/// Rates of a run, smoothed so that they can be read, and the time that is left by them.
final class Throughput {

    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final double MEMORY_SECONDS = 3; // a reading this old has lost 63 % of its weight

    private double rowsPerSecond;
    private double bytesPerSecond;
    private double lastSeconds;
    private long lastRows;
    private long lastBytes;
    private boolean settled;

    /// Takes in totals since the start.
    ///
    /// @param rows of the running pass; starts at 0 again with each pass
    void add(Duration elapsed, long rows, long bytes) {
        double seconds = elapsed.toNanos() / 1e9;
        double interval = seconds - lastSeconds;
        if (interval <= 0) {
            return;
        }
        if (rows >= lastRows) {
            double weight = settled ? 1 - Math.exp(-interval / MEMORY_SECONDS) : 1;
            rowsPerSecond += weight * ((rows - lastRows) / interval - rowsPerSecond);
            bytesPerSecond += weight * ((bytes - lastBytes) / interval - bytesPerSecond);
            settled = bytesPerSecond > 0;
        }
        lastSeconds = seconds;
        lastRows = rows;
        lastBytes = bytes;
    }

    double rowsPerSecond() {
        return rowsPerSecond;
    }

    double bytesPerSecond() {
        return bytesPerSecond;
    }

    /// Empty while it is too early to tell.
    Optional<Duration> left(Duration elapsed, long bytesLeft) {
        return elapsed.compareTo(WARM_UP) < 0 || bytesPerSecond <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (1000 * bytesLeft / bytesPerSecond)));
    }
}
