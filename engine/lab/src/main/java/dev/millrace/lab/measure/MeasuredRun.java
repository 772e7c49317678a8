package dev.millrace.lab.measure;

import org.jspecify.annotations.Nullable;

/// One run of one side.
///
/// @param experiment what it was made for, such as `modes`
/// @param number in the order of time, from 1
/// @param round from 1; in a round every side runs once, in random order
/// @param warmUp whether it is left out of all figures
/// @param failure what went wrong, null if nothing
/// @param seconds from before the process was started until it had ended
/// @param cpuSeconds of the process, user and system
/// @param peakResidentBytes most memory that was resident; 0 where the system does not tell
/// @param report what the child told; null if it failed
public record MeasuredRun(
        String experiment,
        Side side,
        int number,
        int round,
        boolean warmUp,
        @Nullable String failure,
        double seconds,
        double cpuSeconds,
        long peakResidentBytes,
        Energy energy,
        @Nullable ChildReport report) {

    /// The same run under another side.
    public MeasuredRun of(Side other) {
        return new MeasuredRun(
                experiment,
                other,
                number,
                round,
                warmUp,
                failure,
                seconds,
                cpuSeconds,
                peakResidentBytes,
                energy,
                report);
    }

    /// Whether it ended well and counts.
    public boolean counts() {
        return report != null && !warmUp;
    }

    public double rowsPerSecond() {
        return report == null ? Double.NaN : report.rows() / seconds;
    }

    public double bytesPerSecond() {
        return report == null ? Double.NaN : report.bytes() / seconds;
    }
}
