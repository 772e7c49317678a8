package dev.millrace.engine.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Whole-number parts of a number, by a ratio taken as the decimal that a person wrote: 0.7 of 10 is 7, whatever the
/// double nearest to 0.7 times 10 may be.
public final class Portion {

    private Portion() {}

    /// floor(`whole` · `ratio`).
    public static long floor(long whole, double ratio) {
        return product(whole, ratio).setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    /// ceil(`whole` · `ratio`).
    public static long ceil(long whole, double ratio) {
        return product(whole, ratio).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    private static BigDecimal product(long whole, double ratio) {
        return BigDecimal.valueOf(ratio).multiply(BigDecimal.valueOf(whole));
    }
}
