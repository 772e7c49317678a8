package dev.millrace.lab.statistics;

import java.util.Arrays;

/// Figures of one sample.
public final class Samples {

    private Samples() {}

    /// The arithmetic mean; NaN of no number.
    public static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /// The middle value, or the mean of the two in the middle.
    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /// The quantile of a share, interpolated between neighbours: type 7 of Hyndman and Fan (1996), which NumPy and R
    /// take too. NaN of no number.
    public static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, share);
    }

    /// The quantile of a share of values in ascending order.
    static double ofSorted(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        double part = position - below;
        return part == 0 ? sorted[below] : sorted[below] + part * (sorted[above] - sorted[below]);
    }

    /// The sample variance, divisor n − 1; 0 of fewer than two numbers.
    public static double variance(double[] values) {
        if (values.length < 2) {
            return 0;
        }
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }

    /// The sample standard deviation, divisor n − 1.
    public static double standardDeviation(double[] values) {
        return Math.sqrt(variance(values));
    }
}
