package dev.millrace.lab.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Several tests at once: p-values such that the chance of any false alarm among all stays below the level, by the
/// step-down method of Holm (1979).
public final class Holm {

    private Holm() {}

    /// The adjusted p-values, in the order of the given ones.
    public static double[] adjusted(double[] pValues) {
        List<Integer> ascending =
                IntStream.range(0, pValues.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(test -> pValues[test]))
                        .toList();
        double[] adjusted = new double[pValues.length];
        double least = 0;
        for (int rank = 0; rank < pValues.length; rank++) {
            int test = ascending.get(rank);
            least = Math.max(least, Math.min(1, (pValues.length - rank) * pValues[test]));
            adjusted[test] = least;
        }
        return adjusted;
    }
}
