package dev.millrace.engine.run;

/// Spreads amounts over time so that no more than a given rate passes, but for a short burst. Knows no clock; moments
/// are nanoseconds of any origin that never go back. Safe for any thread.
///
/// Each amount is due when all before it have had their time (virtual scheduling, the generic cell rate algorithm);
/// time that nobody used is kept for [#BURST_NANOS] only.
final class RateLimit {

    static final long BURST_NANOS = 200_000_000;

    private static final double NANOS = 1e9;

    private final double perSecond;
    private double due; // when the next amount may pass
    private boolean begun;

    /// @param perSecond how much may pass in a second; 0 for any
    RateLimit(double perSecond) {
        this.perSecond = perSecond;
    }

    /// Takes an amount that passes now.
    ///
    /// @return how long to wait before more may pass, in nanoseconds
    synchronized long take(long amount, long now) {
        if (perSecond == 0) {
            return 0;
        }
        double earliest = (double) now - BURST_NANOS;
        due = (begun ? Math.max(due, earliest) : earliest) + amount * NANOS / perSecond;
        begun = true;
        return (long) Math.max(0, Math.ceil(due - now));
    }
}
