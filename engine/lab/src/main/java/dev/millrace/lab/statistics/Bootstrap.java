package dev.millrace.lab.statistics;

import dev.millrace.engine.stats.SeededRandom;

import org.apache.commons.statistics.distribution.NormalDistribution;

import java.util.Arrays;

/// Bootstrap intervals of a statistic of independent samples (Efron and Tibshirani 1993, chapters 13 and 14). Each
/// sample is drawn anew from itself, with replacement, apart from the others. The same seed gives the same interval.
public final class Bootstrap {

    /// How often samples are drawn unless somebody says otherwise.
    public static final int RESAMPLES = 10_000;

    private static final double SLACK = 1e-12; // sums in another order differ by rounding
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final Statistic statistic;
    private final double[][] samples;
    private final double value;
    private final double[] replicates; // ascending

    /// Draws the samples.
    ///
    /// @param samples one array for each, none empty
    public Bootstrap(Statistic statistic, int resamples, long seed, double[]... samples) {
        this.statistic = statistic;
        this.samples = samples;
        this.value = statistic.of(samples);
        this.replicates = replicates(statistic, resamples, seed, samples);
    }

    private static double[] replicates(Statistic statistic, int resamples, long seed, double[][] samples) {
        SeededRandom random = SeededRandom.of(seed, "benchmark/bootstrap", "", 0);
        double[][] drawn = new double[samples.length][];
        for (int sample = 0; sample < samples.length; sample++) {
            drawn[sample] = new double[samples[sample].length];
        }
        double[] replicates = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            for (int sample = 0; sample < samples.length; sample++) {
                double[] from = samples[sample];
                for (int k = 0; k < from.length; k++) {
                    drawn[sample][k] = from[(int) random.nextLong(from.length)];
                }
            }
            replicates[i] = statistic.of(drawn);
        }
        Arrays.sort(replicates);
        return replicates;
    }

    /// The statistic of the samples as they are.
    public double value() {
        return value;
    }

    /// The range of the middle replicates.
    public Interval percentile(double confidence) {
        double tail = (1 - confidence) / 2;
        return new Interval(Samples.ofSorted(replicates, tail), Samples.ofSorted(replicates, 1 - tail), confidence);
    }

    /// The interval that is corrected for bias and for acceleration, BCa (Efron 1987; for several samples as in
    /// `scipy.stats.bootstrap`). Where the correction is not defined, as for samples of equal values, it is that of
    /// [#percentile].
    public Interval bca(double confidence) {
        double bias = NORMAL.inverseCumulativeProbability(shareBelow());
        double acceleration = acceleration();
        double low = corrected(bias, acceleration, (1 - confidence) / 2);
        double high = corrected(bias, acceleration, (1 + confidence) / 2);
        if (!Double.isFinite(bias) || Double.isNaN(low) || Double.isNaN(high)) {
            return percentile(confidence);
        }
        return new Interval(Samples.ofSorted(replicates, low), Samples.ofSorted(replicates, high), confidence);
    }

    private static double corrected(double bias, double acceleration, double share) {
        double shifted = bias + NORMAL.inverseCumulativeProbability(share);
        return NORMAL.cumulativeProbability(bias + shifted / (1 - acceleration * shifted));
    }

    /// The share of replicates below the value, those equal to it counting half.
    private double shareBelow() {
        long twice = 0;
        for (double replicate : replicates) {
            boolean equal = Math.abs(replicate - value) <= SLACK * Math.abs(value);
            twice += equal ? 1 : replicate < value ? 2 : 0;
        }
        return twice / 2.0 / replicates.length;
    }

    /// By the jackknife: how the statistic changes when one value is left out.
    private double acceleration() {
        double cubes = 0;
        double squares = 0;
        for (int sample = 0; sample < samples.length; sample++) {
            double[] influence = influence(sample);
            double n = influence.length;
            for (double each : influence) {
                cubes += each * each * each / (n * n * n);
                squares += each * each / (n * n);
            }
        }
        return cubes / 6 / Math.pow(squares, 1.5);
    }

    private double[] influence(int sample) {
        double[] whole = samples[sample];
        double[][] others = samples.clone();
        double[] without = new double[whole.length];
        for (int i = 0; i < whole.length; i++) {
            double[] rest = new double[whole.length - 1];
            System.arraycopy(whole, 0, rest, 0, i);
            System.arraycopy(whole, i + 1, rest, i, rest.length - i);
            others[sample] = rest;
            without[i] = statistic.of(others);
        }
        double mean = Samples.mean(without);
        double[] influence = new double[whole.length];
        for (int i = 0; i < whole.length; i++) {
            influence[i] = (whole.length - 1) * (mean - without[i]);
        }
        return influence;
    }
}
