package dev.millrace.engine.stats;

import java.math.BigDecimal;
import java.math.BigInteger;

/// A sum of doubles without any rounding: a fixed-point number wide enough for every finite double (a superaccumulator:
/// Kulisch; Neal 2015). So the result does not depend on the order of the terms, on shards or on workers.
///
/// The number is held in chunks of 32 bits, each in a `long` of its own, so that carries are settled only once in 2³⁰
/// additions. Not thread-safe.
public final class ExactSum {

    private static final int CHUNK_BITS = 32;
    private static final int LEAST_EXPONENT = -1074; // of the lowest bit
    private static final int CHUNKS = (1024 - LEAST_EXPONENT) / CHUNK_BITS + 3;
    private static final int ADDITIONS_BETWEEN_CARRIES = 1 << 29;

    private final long[] chunks = new long[CHUNKS];
    private int additions;

    /// Adds a finite double.
    public void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >>> 52) & 0x7FF;
        if (biased == 0x7FF) {
            throw new IllegalArgumentException(value + " is not finite");
        }
        long mantissa = bits & ((1L << 52) - 1);
        int shift = 0; // of the mantissa's lowest bit above 2^-1074
        if (biased > 0) {
            mantissa |= 1L << 52;
            shift = biased - 1;
        }
        int chunk = shift / CHUNK_BITS;
        int offset = shift % CHUNK_BITS;
        long low = (mantissa << offset) & 0xFFFF_FFFFL;
        long middle = (mantissa >>> (CHUNK_BITS - offset)) & 0xFFFF_FFFFL;
        long high = offset == 0 ? 0 : mantissa >>> (2 * CHUNK_BITS - offset);
        if (bits < 0) {
            chunks[chunk] -= low;
            chunks[chunk + 1] -= middle;
            chunks[chunk + 2] -= high;
        } else {
            chunks[chunk] += low;
            chunks[chunk + 1] += middle;
            chunks[chunk + 2] += high;
        }
        if (++additions == ADDITIONS_BETWEEN_CARRIES) {
            carry();
        }
    }

    /// Adds the exact product of two doubles, whose parts must neither overflow nor underflow.
    public void addProduct(double left, double right) {
        double product = left * right;
        add(product);
        add(Math.fma(left, right, -product));
    }

    private void carry() {
        for (int i = 0; i < CHUNKS - 1; i++) {
            chunks[i + 1] += chunks[i] >> CHUNK_BITS; // arithmetic: rounds down
            chunks[i] &= 0xFFFF_FFFFL;
        }
        additions = 0;
    }

    /// The sum as an integer multiple of 2⁻¹⁰⁷⁴; the form in which sums are kept and merged.
    public BigInteger units() {
        BigInteger units = BigInteger.ZERO;
        for (int i = CHUNKS - 1; i >= 0; i--) {
            units = units.shiftLeft(CHUNK_BITS).add(BigInteger.valueOf(chunks[i]));
        }
        return units;
    }

    /// A number of units as an exact decimal.
    public static BigDecimal decimal(BigInteger units) {
        if (units.signum() == 0) {
            return BigDecimal.ZERO;
        }
        int trailing = units.getLowestSetBit();
        int exponent = LEAST_EXPONENT + trailing;
        BigDecimal odd = new BigDecimal(units.shiftRight(trailing));
        return exponent >= 0
                ? odd.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(exponent)))
                : odd.divide(new BigDecimal(BigInteger.ONE.shiftLeft(-exponent)));
    }
}
