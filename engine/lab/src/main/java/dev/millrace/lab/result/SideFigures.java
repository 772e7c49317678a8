package dev.millrace.lab.result;

import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Metric;
import dev.millrace.lab.statistics.Bootstrap;
import dev.millrace.lab.statistics.FewRuns;
import dev.millrace.lab.statistics.Interval;
import dev.millrace.lab.statistics.Samples;
import dev.millrace.lab.statistics.Statistic;

import java.util.Arrays;
import java.util.List;

/// One figure of one side over its counted runs, with intervals of 95 % by bootstrap.
///
/// @param side name of the side
/// @param runs how many
/// @param p95 the 95th percentile of the runs, interpolated
public record SideFigures(
        String side,
        Metric metric,
        int runs,
        Estimate mean,
        Estimate median,
        double p95,
        double least,
        double greatest,
        double standardDeviation) {

    static final double CONFIDENCE = 0.95;

    /// A figure and where it may lie; [FewRuns] says how sure that is with how many runs.
    public record Estimate(double value, Interval percentile, Interval bca) {

        static Estimate of(Statistic statistic, long seed, double[]... samples) {
            Bootstrap bootstrap = new Bootstrap(statistic, Bootstrap.RESAMPLES, seed, samples);
            double level = FewRuns.level(CONFIDENCE, samples);
            return new Estimate(
                    bootstrap.value(),
                    bootstrap.percentile(level).promising(CONFIDENCE),
                    bootstrap.bca(level).promising(CONFIDENCE));
        }
    }

    /// The figures of a side.
    ///
    /// @param runs those of the side that count, at least one
    static SideFigures of(String side, Metric metric, List<MeasuredRun> runs, long seed) {
        double[] values = values(metric, runs);
        return new SideFigures(
                side,
                metric,
                values.length,
                Estimate.of(Statistic.MEAN, seed, values),
                Estimate.of(Statistic.MEDIAN, seed, values),
                Samples.quantile(values, 0.95),
                Arrays.stream(values).min().orElse(Double.NaN),
                Arrays.stream(values).max().orElse(Double.NaN),
                Samples.standardDeviation(values));
    }

    static double[] values(Metric metric, List<MeasuredRun> runs) {
        return runs.stream().mapToDouble(metric::of).toArray();
    }
}
