package dev.millrace.engine.profile;

import dev.millrace.engine.stats.NumberCounts;

/// The finite numbers of a column.
///
/// @param counts how often each number, or group of close numbers, occurs
/// @param min the smallest of them
/// @param max the largest of them
record NumberSpread(NumberCounts counts, double min, double max) {

    /// Which number has so large a share of all numbers at or below it; the lower one where two share the middle.
    private double at(double share) {
        long rank = (long) Math.floor(share * (counts.total() - 1));
        return Math.clamp(counts.least(counts.groupOf(rank)), min, max);
    }

    Quantiles quantiles() {
        return new Quantiles(at(0.05), at(0.25), median(), at(0.75), at(0.95), counts.isExact());
    }

    /// The mean of the two middle numbers where there are two.
    private double median() {
        long total = counts.total();
        double lower = counts.least(counts.groupOf((total - 1) / 2));
        double upper = counts.least(counts.groupOf(total / 2));
        return Math.clamp(lower + (upper - lower) / 2, min, max);
    }
}
