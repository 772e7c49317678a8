package dev.millrace.engine.stats;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// A sum of doubles, or of products of two doubles, without any rounding: a fixed-point number wide enough for every
/// finite double and every such product (a superaccumulator: Kulisch; Neal 2015). So the result does not depend on the
/// order of the terms, on shards or on workers.
///
/// The number is held in chunks of 32 bits, each in a `long` of its own, so that carries are settled only once in 2³⁰
/// additions. Not thread-safe.
public final class ExactSum {

    private static final int CHUNK_BITS = 32;
    private static final int LEAST_EXPONENT = -2148; // of the lowest bit: that of the smallest double's square
    private static final int DOUBLE_SHIFT = -1074 - LEAST_EXPONENT; // from there to the smallest double
    private static final int CHUNKS = (2048 - LEAST_EXPONENT) / CHUNK_BITS + 3;
    private static final long CHUNK_MASK = 0xFFFF_FFFFL;
    private static final int MANTISSA_BITS = 53;
    private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    private static final int ADDITIONS_BETWEEN_CARRIES = 1 << 29;

    /// Bytes of memory that it takes.
    static final long FOOTPRINT = (long) CHUNKS * Long.BYTES + 40;

    // No number halfway between two doubles has more digits.
    private static final MathContext BEYOND_EVERY_TIE = new MathContext(800);

    private final long[] chunks = new long[CHUNKS];
    private int additions;

    /// Adds a finite double.
    public void add(double value) {
        addMantissa(mantissa(value), DOUBLE_SHIFT + shift(value), Double.doubleToRawLongBits(value) < 0);
    }

    /// Adds the exact product of two finite doubles.
    public void addProduct(double left, double right) {
        long a = mantissa(left);
        long b = mantissa(right);
        int shift = shift(left) + shift(right);
        boolean negative = (Double.doubleToRawLongBits(left) ^ Double.doubleToRawLongBits(right)) < 0;
        long low = a * b;
        long high = Math.multiplyHigh(a, b);
        // Of the 106 bits the lower 53 and the upper 53 are added as two numbers of a double's width.
        addMantissa(low & MANTISSA_MASK, shift, negative);
        addMantissa((high << (Long.SIZE - MANTISSA_BITS)) | (low >>> MANTISSA_BITS), shift + MANTISSA_BITS, negative);
    }

    /// Adds an integer of at most 53 bits.
    ///
    /// @param shift how many bits it lies above the lowest one
    private void addMantissa(long mantissa, int shift, boolean negative) {
        int chunk = shift / CHUNK_BITS;
        int offset = shift % CHUNK_BITS;
        long low = (mantissa << offset) & CHUNK_MASK;
        long middle = (mantissa >>> (CHUNK_BITS - offset)) & CHUNK_MASK;
        long high = offset == 0 ? 0 : mantissa >>> (2 * CHUNK_BITS - offset);
        if (negative) {
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

    /// A double's digits as an integer, without its sign.
    private static long mantissa(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >>> 52) & 0x7FF;
        if (biased == 0x7FF) {
            throw new IllegalArgumentException(value + " is not finite");
        }
        long fraction = bits & ((1L << 52) - 1);
        return biased == 0 ? fraction : fraction | (1L << 52);
    }

    /// How many bits the lowest digit of a double lies above that of the smallest double.
    private static int shift(double value) {
        int biased = (int) (Double.doubleToRawLongBits(value) >>> 52) & 0x7FF;
        return Math.max(biased - 1, 0);
    }

    private void carry() {
        for (int i = 0; i < CHUNKS - 1; i++) {
            chunks[i + 1] += chunks[i] >> CHUNK_BITS; // arithmetic: rounds down
            chunks[i] &= CHUNK_MASK;
        }
        additions = 0;
    }

    /// The sum as an integer multiple of 2⁻²¹⁴⁸; the form in which sums are kept and merged.
    public BigInteger units() {
        BigInteger units = BigInteger.ZERO;
        for (int i = CHUNKS - 1; i >= 0; i--) {
            units = units.shiftLeft(CHUNK_BITS).add(BigInteger.valueOf(chunks[i]));
        }
        return units;
    }

    /// Reads a sum that was written as an integer.
    public static BigInteger readUnits(SummaryInput in) throws IOException {
        return in.integer(CHUNKS * CHUNK_BITS / Byte.SIZE + Long.BYTES);
    }

    /// The arithmetic mean, rounded once; NaN of no number.
    ///
    /// @param units the sum, as [#units] gives it
    public static double mean(BigInteger units, long count) {
        return count == 0
                ? Double.NaN
                : decimal(units).divide(BigDecimal.valueOf(count), BEYOND_EVERY_TIE).doubleValue();
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
