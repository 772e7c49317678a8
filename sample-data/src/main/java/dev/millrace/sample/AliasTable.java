package dev.millrace.sample;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// Picks an index with a probability in proportion to its weight, in constant time (Vose's alias method).
final class AliasTable {
    private final double[] keep;
    private final int[] alias;

    /// @param weights one positive weight for each index
    AliasTable(double[] weights) {
        int count = weights.length;
        double total = Arrays.stream(weights).sum();
        double[] scaled = new double[count];
        Deque<Integer> small = new ArrayDeque<>();
        Deque<Integer> large = new ArrayDeque<>();
        for (int index = 0; index < count; index++) {
            scaled[index] = weights[index] * count / total;
            (scaled[index] < 1 ? small : large).add(index);
        }
        keep = new double[count];
        alias = new int[count];
        Arrays.fill(keep, 1);
        while (!small.isEmpty() && !large.isEmpty()) {
            int less = small.remove();
            int more = large.remove();
            keep[less] = scaled[less];
            alias[less] = more;
            scaled[more] -= 1 - scaled[less];
            (scaled[more] < 1 ? small : large).add(more);
        }
    }

    /// Weights that fall with the rank: 1, 1/2^skew, 1/3^skew, …
    static AliasTable zipf(int count, double skew) {
        double[] weights = new double[count];
        for (int rank = 0; rank < count; rank++) {
            weights[rank] = 1 / StrictMath.pow(rank + 1, skew);
        }
        return new AliasTable(weights);
    }

    /// Weights that fall by the same factor from index to index.
    static AliasTable geometric(int count, double factor) {
        double[] weights = new double[count];
        double weight = 1;
        for (int index = 0; index < count; index++) {
            weights[index] = weight;
            weight *= factor;
        }
        return new AliasTable(weights);
    }

    int pick(RandomStream random) {
        double position = random.unit() * keep.length;
        int slot = (int) position;
        return position - slot < keep[slot] ? slot : alias[slot];
    }
}
