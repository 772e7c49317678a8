package dev.millrace.lab.statistics;

/// An interval of confidence.
///
/// @param confidence such as 0.95
public record Interval(double low, double high, double confidence) {

    /// The same bounds, which promise another confidence.
    public Interval promising(double other) {
        return new Interval(low, high, other);
    }

    public boolean holds(double value) {
        return low <= value && value <= high;
    }

    /// Whether it lies in another one.
    public boolean within(double least, double greatest) {
        return low >= least && high <= greatest;
    }
}
