package dev.millrace.lab.statistics;

import dev.millrace.engine.stats.SeededRandom;

/// Whether two samples could as well have been dealt out the other way round: the two-sided test of the difference of
/// means (Fisher 1935; Good 2005). All ways of dealing are tried when there are few, else some are drawn.
///
/// @param pValue share of the ways whose difference is at least as large as the one that was seen
/// @param permutations how many ways were tried
/// @param exact whether that were all
public record PermutationTest(double pValue, long permutations, boolean exact) {

    /// How many ways are tried at most, all of them.
    public static final long MOST_EXACT = 200_000;

    private static final double SLACK = 1e-12; // sums in another order differ by rounding

    /// Tests two samples.
    ///
    /// @param drawn ways to draw when there are more than [#MOST_EXACT]
    public static PermutationTest of(double[] first, double[] second, int drawn, long seed) {
        double[] all = new double[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        long ways = ways(all.length, first.length);
        return ways <= MOST_EXACT ? exact(all, first.length, ways) : drawn(all, first.length, drawn, seed);
    }

    /// The least p-value that samples of these sizes can have, when their differences are all different.
    public static double leastPValue(int first, int second) {
        long ways = ways(first + second, first);
        return (first == second ? 2.0 : 1.0) / ways;
    }

    /// In how many ways some of `n` can be chosen, as far as that matters.
    static long ways(int n, int chosen) {
        long ways = 1;
        for (int i = 1; i <= Math.min(chosen, n - chosen); i++) {
            ways = ways * (n - i + 1) / i;
            if (ways > MOST_EXACT * 1000) {
                return ways;
            }
        }
        return ways;
    }

    private static PermutationTest exact(double[] all, int size, long ways) {
        Difference difference = new Difference(all, size);
        int[] chosen = new int[size];
        for (int i = 0; i < size; i++) {
            chosen[i] = i;
        }
        long extreme = 0;
        do {
            double sum = 0;
            for (int index : chosen) {
                sum += all[index];
            }
            extreme += difference.isExtreme(sum) ? 1 : 0;
        } while (advance(chosen, all.length));
        return new PermutationTest((double) extreme / ways, ways, true);
    }

    /// The next choice in lexical order.
    private static boolean advance(int[] chosen, int n) {
        int at = chosen.length - 1;
        while (at >= 0 && chosen[at] == n - chosen.length + at) {
            at--;
        }
        if (at < 0) {
            return false;
        }
        chosen[at]++;
        for (int i = at + 1; i < chosen.length; i++) {
            chosen[i] = chosen[i - 1] + 1;
        }
        return true;
    }

    /// The way that was seen counts as one that was drawn, so that the test keeps its level (Phipson and Smyth 2010).
    private static PermutationTest drawn(double[] all, int size, int drawn, long seed) {
        Difference difference = new Difference(all, size);
        SeededRandom random = SeededRandom.of(seed, "benchmark/permutation", "", 0);
        double[] shuffled = all.clone();
        long extreme = 0;
        for (int i = 0; i < drawn; i++) {
            double sum = 0;
            for (int k = 0; k < size; k++) {
                int other = k + (int) random.nextLong(shuffled.length - k);
                double swapped = shuffled[other];
                shuffled[other] = shuffled[k];
                shuffled[k] = swapped;
                sum += swapped;
            }
            extreme += difference.isExtreme(sum) ? 1 : 0;
        }
        return new PermutationTest((extreme + 1.0) / (drawn + 1.0), drawn, false);
    }

    /// The difference of means as a function of the first sample's sum: it grows with the sum's distance from what the
    /// sum is on average.
    private static final class Difference {

        private final double average;
        private final double seen;

        Difference(double[] all, int size) {
            double total = 0;
            double first = 0;
            double magnitude = 0;
            for (int i = 0; i < all.length; i++) {
                total += all[i];
                first += i < size ? all[i] : 0;
                magnitude += Math.abs(all[i]);
            }
            average = total * size / all.length;
            seen = Math.abs(first - average) - SLACK * magnitude;
        }

        boolean isExtreme(double sum) {
            return Math.abs(sum - average) >= seen;
        }
    }
}
