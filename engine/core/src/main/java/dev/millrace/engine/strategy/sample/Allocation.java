package dev.millrace.engine.strategy.sample;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/// Shares a target size out over strata. Divisions to whole numbers are floors, of exact quotients.
///
/// N_h are a stratum's rows, N all rows, n is the target, m the minimum, k the number of strata, S_h the standard
/// deviation; a_h is what is asked for of a stratum.
final class Allocation {

    private final StratifiedSamplingSettings settings;
    private final List<Stratum> strata;
    private final long target;
    private final long minimum;
    private final long even; // n div k

    private Allocation(StratifiedSamplingSettings settings, List<Stratum> strata) {
        this.settings = settings;
        this.strata = strata;
        this.target = settings.targetSize();
        this.minimum = settings.minPerStratum();
        this.even = target / strata.size();
    }

    /// What is known of a stratum.
    ///
    /// @param rows N_h, at least 1
    /// @param deviation S_h; 1 when there is no column to take it of
    /// @param reference the count from elsewhere; 0 when there is none
    record Stratum(long rows, double deviation, BigDecimal reference) {}

    /// The rows to ask for of each stratum. With replacement, and in external allocation, that may be more than it has.
    static long[] of(StratifiedSamplingSettings settings, List<Stratum> strata) {
        return strata.isEmpty() ? new long[0] : new Allocation(settings, strata).sizes();
    }

    private long[] sizes() {
        long[] sizes =
                switch (settings.allocation()) {
                    case BALANCED -> balanced();
                    case PROPORTIONAL_MIN -> proportional();
                    case OPTIMAL -> optimal();
                    case EXTERNAL_PROPORTIONAL -> external();
                };
        if (settings.replacement()) {
            for (int h = 0; h < sizes.length; h++) {
                sizes[h] = Math.max(sizes[h], least(h));
            }
        }
        if (settings.exactTarget()) {
            long wanted = Math.min(target, population());
            new ExactTarget(weights(), target).adjust(sizes, wanted, leasts(), mosts(wanted));
        }
        return sizes;
    }

    /// a_h = min(max(m, n div k), N_h); if Σa < n, every stratum with room gets min((n − Σa) div (strata with room),
    /// its room).
    private long[] balanced() {
        long[] sizes = new long[strata.size()];
        int withRoom = 0;
        for (int h = 0; h < sizes.length; h++) {
            sizes[h] = capped(Math.max(minimum, even), h);
            withRoom += sizes[h] < rows(h) ? 1 : 0;
        }
        long left = target - sum(sizes);
        if (left > 0 && withRoom > 0) {
            long more = left / withRoom;
            for (int h = 0; h < sizes.length; h++) {
                sizes[h] = capped(sizes[h] + more, h);
            }
        }
        return sizes;
    }

    /// a_h = max(m, floor(n·N_h/N)); an excess e of Σa over n is taken from those above m, floor(e·(a_h − m)/A) each
    /// with A = Σ(a_h − m), if e ≤ A; then a_h = min(a_h, N_h).
    private long[] proportional() {
        long[] sizes = new long[strata.size()];
        long population = population();
        long above = 0;
        for (int h = 0; h < sizes.length; h++) {
            sizes[h] = Math.max(minimum, quotient(target, rows(h), population));
            above += sizes[h] - minimum;
        }
        long excess = sum(sizes) - target;
        for (int h = 0; h < sizes.length; h++) {
            if (excess > 0 && excess <= above) {
                sizes[h] -= quotient(excess, sizes[h] - minimum, above);
            }
            sizes[h] = capped(sizes[h], h);
        }
        return sizes;
    }

    /// a_h = min(max(m, floor(n·N_h·S_h / ΣN_i·S_i)), N_h); n div k in place of the quotient if the sum is 0.
    private long[] optimal() {
        BigDecimal[] weights = weights();
        BigDecimal sum = sum(weights);
        long[] sizes = new long[strata.size()];
        for (int h = 0; h < sizes.length; h++) {
            long share =
                    sum.signum() == 0
                            ? even
                            : weights[h]
                                    .multiply(BigDecimal.valueOf(target))
                                    .divide(sum, 0, RoundingMode.FLOOR)
                                    .longValueExact();
            sizes[h] = capped(Math.max(minimum, share), h);
        }
        return sizes;
    }

    /// a_h = max(m, floor(reference_h · multiplier)).
    private long[] external() {
        BigDecimal multiplier = BigDecimal.valueOf(settings.multiplier());
        long[] sizes = new long[strata.size()];
        for (int h = 0; h < sizes.length; h++) {
            BigInteger wanted = strata.get(h).reference().multiply(multiplier).toBigInteger();
            sizes[h] = Math.max(minimum, wanted.min(BigInteger.valueOf(Long.MAX_VALUE >> 20)).longValueExact());
        }
        return sizes;
    }

    /// What the target is shared in proportion to.
    private BigDecimal[] weights() {
        BigDecimal[] weights = new BigDecimal[strata.size()];
        for (int h = 0; h < weights.length; h++) {
            Stratum stratum = strata.get(h);
            BigDecimal rows = BigDecimal.valueOf(stratum.rows());
            weights[h] =
                    switch (settings.allocation()) {
                        case BALANCED -> BigDecimal.ONE;
                        case PROPORTIONAL_MIN -> rows;
                        case OPTIMAL -> rows.multiply(new BigDecimal(stratum.deviation()));
                        case EXTERNAL_PROPORTIONAL -> stratum.reference();
                    };
        }
        return weights;
    }

    /// The least of each stratum that an exact target may not go below.
    private long[] leasts() {
        long[] leasts = new long[strata.size()];
        for (int h = 0; h < leasts.length; h++) {
            leasts[h] = settings.replacement() ? least(h) : capped(minimum, h);
        }
        return leasts;
    }

    private long[] mosts(long wanted) {
        long[] mosts = new long[strata.size()];
        for (int h = 0; h < mosts.length; h++) {
            mosts[h] = settings.replacement() ? Math.max(wanted, rows(h)) : rows(h);
        }
        return mosts;
    }

    /// With replacement: max(m, n div k).
    private long least(int h) {
        return rows(h) == 0 ? 0 : Math.max(minimum, even);
    }

    private long rows(int h) {
        return strata.get(h).rows();
    }

    private long capped(long size, int h) {
        return Math.min(size, rows(h));
    }

    private long population() {
        return strata.stream().mapToLong(Stratum::rows).sum();
    }

    private static long sum(long[] sizes) {
        return Arrays.stream(sizes).sum();
    }

    static BigDecimal sum(BigDecimal[] weights) {
        return Arrays.stream(weights).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// floor(a · b / c), without overflow.
    private static long quotient(long a, long b, long c) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divide(BigInteger.valueOf(c)).longValueExact();
    }
}
