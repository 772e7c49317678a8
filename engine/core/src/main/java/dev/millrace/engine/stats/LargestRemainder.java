package dev.millrace.engine.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Shares out a whole number in proportion to weights (Hamilton's method): everyone gets the floor of his quota, and
/// what is left goes one by one to the largest remainders.
public final class LargestRemainder {

    private LargestRemainder() {}

    /// Ties go to the smaller weight, then to the earlier one. Exact: remainders are compared as whole numbers.
    ///
    /// @param total what is shared out, at least 0; at most the sum of the weights if no share may exceed its weight
    /// @param weights at least 0, not all 0 unless `total` is 0; total · weight must fit in a `long`
    /// @return shares that add up to `total`
    public static long[] share(long total, long[] weights) {
        long sum = 0;
        for (long weight : weights) {
            sum += weight;
        }
        long[] shares = new long[weights.length];
        if (sum == 0) {
            if (total != 0) {
                throw new IllegalArgumentException("cannot share " + total + " among nobody");
            }
            return shares;
        }
        long[] remainders = new long[weights.length];
        long left = total;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            long product = Math.multiplyExact(total, weights[i]);
            shares[i] = product / sum;
            remainders[i] = product % sum;
            left -= shares[i];
            order.add(i);
        }
        order.sort(
                Comparator.<Integer>comparingLong(i -> -remainders[i])
                        .thenComparingLong(i -> weights[i])
                        .thenComparingInt(i -> i));
        for (int i = 0; i < left; i++) {
            shares[order.get(i)]++;
        }
        return shares;
    }
}
