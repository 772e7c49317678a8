package dev.millrace.lab.statistics;

/// A figure of one or more samples.
@FunctionalInterface
public interface Statistic {

    /// The figure.
    ///
    /// @param samples one array for each; must not be changed
    double of(double[]... samples);

    /// The mean of the first sample.
    Statistic MEAN = samples -> Samples.mean(samples[0]);

    /// The median of the first sample.
    Statistic MEDIAN = samples -> Samples.median(samples[0]);

    /// The mean of the first sample divided by that of the second.
    Statistic RATIO_OF_MEANS = samples -> Samples.mean(samples[0]) / Samples.mean(samples[1]);

    /// The median of the first sample divided by that of the second.
    Statistic RATIO_OF_MEDIANS = samples -> Samples.median(samples[0]) / Samples.median(samples[1]);
}
