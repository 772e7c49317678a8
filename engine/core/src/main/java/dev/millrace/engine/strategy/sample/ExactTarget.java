package dev.millrace.engine.strategy.sample;

import dev.millrace.engine.stats.LargestRemainder;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Makes an allocation add up to its target.
///
/// Rows that are left over go to the strata with room in proportion to their weights, and the last few, one each, to
/// those furthest below their quota n·w_h/Σw, the largest remainder; ties to the earlier. Rows too many come off the
/// strata above their minimum, by largest remainder in proportion to what they are above it; if the minimums do not
/// allow that, nothing changes.
final class ExactTarget {

    private final BigDecimal[] weights;
    private final BigDecimal target;

    /// @param weights what a stratum's quota of the target is proportional to
    ExactTarget(BigDecimal[] weights, long target) {
        this.weights = weights.clone();
        this.target = BigDecimal.valueOf(target);
    }

    /// Changes sizes so that they add up.
    ///
    /// @param wanted what they shall add up to
    /// @param leasts what no size may be brought below
    /// @param mosts what no size may be brought above
    void adjust(long[] sizes, long wanted, long[] leasts, long[] mosts) {
        long sum = Arrays.stream(sizes).sum();
        if (sum < wanted) {
            raise(sizes, wanted - sum, mosts);
        } else if (sum > wanted) {
            lower(sizes, sum - wanted, leasts);
        }
    }

    private static void lower(long[] sizes, long excess, long[] leasts) {
        long[] spare = new long[sizes.length];
        for (int h = 0; h < sizes.length; h++) {
            spare[h] = Math.max(0, sizes[h] - leasts[h]);
        }
        if (Arrays.stream(spare).sum() >= excess) {
            long[] less = LargestRemainder.share(excess, spare);
            for (int h = 0; h < sizes.length; h++) {
                sizes[h] -= less[h];
            }
        }
    }

    private void raise(long[] sizes, long left, long[] mosts) {
        long rest = left;
        List<Integer> open = open(sizes, mosts);
        while (rest > 0 && !open.isEmpty()) {
            long given = giveWholeShares(sizes, rest, open, mosts);
            if (given == 0) {
                giveOneEach(sizes, rest, open);
                return;
            }
            rest -= given;
            open = open(sizes, mosts);
        }
    }

    private static List<Integer> open(long[] sizes, long[] mosts) {
        List<Integer> open = new ArrayList<>();
        for (int h = 0; h < sizes.length; h++) {
            if (sizes[h] < mosts[h]) {
                open.add(h);
            }
        }
        return open;
    }

    private long giveWholeShares(long[] sizes, long rest, List<Integer> open, long[] mosts) {
        BigDecimal sum = open.stream().map(h -> weights[h]).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal all = BigDecimal.valueOf(rest);
        long given = 0;
        for (int h : open) {
            BigDecimal share =
                    sum.signum() == 0
                            ? all.divide(BigDecimal.valueOf(open.size()), 0, RoundingMode.FLOOR)
                            : all.multiply(weights[h]).divide(sum, 0, RoundingMode.FLOOR);
            long more = Math.min(share.longValueExact(), mosts[h] - sizes[h]);
            sizes[h] += more;
            given += more;
        }
        return given;
    }

    /// Fewer rows are left than strata have room.
    private void giveOneEach(long[] sizes, long rest, List<Integer> open) {
        BigDecimal sum = Allocation.sum(weights);
        open.stream()
                .sorted(Comparator.comparing((Integer h) -> shortfall(sizes[h], h, sum)).reversed())
                .limit(rest)
                .toList()
                .forEach(h -> sizes[h]++);
    }

    /// How far a size is below its quota, times the sum of the weights.
    private BigDecimal shortfall(long size, int h, BigDecimal sum) {
        return target.multiply(weights[h]).subtract(BigDecimal.valueOf(size).multiply(sum));
    }
}
