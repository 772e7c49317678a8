package dev.millrace.performance.peers;

import static java.util.Objects.requireNonNull;

import dev.millrace.lab.measure.ChildProcess.Watched;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// What the sides took for one task.
///
/// @param times of each side, round by round
record Comparison(Task task, Map<String, List<Watched>> times, Agreement agreement) {

    private static final int RESAMPLES = 10_000;
    private static final double TAIL = 0.025;

    /// A ratio of medians with the interval that holds 95 of 100 resampled ones.
    record Ratio(double value, double low, double high) {}

    /// The median over the rounds.
    double median(String side, ToDoubleFunction<Watched> figure) {
        return median(figures(side, figure));
    }

    /// The least and the most seconds.
    double[] spread(String side) {
        double[] sorted = seconds(side);
        Arrays.sort(sorted);
        return new double[] {sorted[0], sorted[sorted.length - 1]};
    }

    /// How many times longer a side takes than another: bootstrap over rounds, whose sides ran one after the other.
    Ratio ratio(String slower, String faster) {
        double[] above = seconds(slower);
        double[] below = seconds(faster);
        Random random = new Random(42);
        double[] ratios = new double[RESAMPLES];
        double[] aboveDrawn = new double[above.length];
        double[] belowDrawn = new double[above.length];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int k = 0; k < above.length; k++) {
                int round = random.nextInt(above.length);
                aboveDrawn[k] = above[round];
                belowDrawn[k] = below[round];
            }
            ratios[i] = median(aboveDrawn) / median(belowDrawn);
        }
        Arrays.sort(ratios);
        return new Ratio(
                median(above) / median(below),
                ratios[(int) (TAIL * RESAMPLES)],
                ratios[(int) ((1 - TAIL) * RESAMPLES)]);
    }

    private double[] seconds(String side) {
        return figures(side, Watched::seconds);
    }

    private double[] figures(String side, ToDoubleFunction<Watched> figure) {
        List<Watched> runs = requireNonNull(times.get(side), "no such side");
        return runs.stream().mapToDouble(figure).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
