package dev.millrace.engine.stats;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// Count, sum and sum of squares of finite numbers, held exactly, so that merging is associative and commutative and
/// mean and deviation are rounded once.
///
/// @param count how many numbers
/// @param sum their sum, in units of 2⁻²¹⁴⁸
/// @param squares the sum of their squares, likewise
public record Moments(long count, BigInteger sum, BigInteger squares) {

    public static final Moments NONE = new Moments(0, BigInteger.ZERO, BigInteger.ZERO);

    /// Bytes of memory that it takes at most, about.
    public static final long FOOTPRINT = 1200;

    private static final MathContext PRECISION = new MathContext(60);

    public void write(SummaryOutput out) throws IOException {
        out.count(count);
        out.integer(sum);
        out.integer(squares);
    }

    public static Moments read(SummaryInput in) throws IOException {
        return new Moments(in.count(), ExactSum.readUnits(in), ExactSum.readUnits(in));
    }

    public Moments plus(Moments other) {
        return new Moments(count + other.count, sum.add(other.sum), squares.add(other.squares));
    }

    /// The arithmetic mean; NaN of no number.
    public double mean() {
        return ExactSum.mean(sum, count);
    }

    /// The sample standard deviation (divisor n − 1); 0 for fewer than two numbers.
    public double standardDeviation() {
        if (count < 2) {
            return 0;
        }
        BigDecimal n = BigDecimal.valueOf(count);
        BigDecimal total = ExactSum.decimal(sum);
        BigDecimal deviations = n.multiply(ExactSum.decimal(squares)).subtract(total.multiply(total));
        BigDecimal variance = deviations.divide(n.multiply(BigDecimal.valueOf(count - 1)), PRECISION);
        return variance.sqrt(PRECISION).doubleValue();
    }

    /// Collects moments. Not thread-safe.
    public static final class Collector {

        /// Bytes of memory that one takes, with what it comes to.
        public static final long FOOTPRINT = 2 * ExactSum.FOOTPRINT + Moments.FOOTPRINT;

        private final ExactSum sum = new ExactSum();
        private final ExactSum squares = new ExactSum();
        private long count;

        /// Takes in a finite number.
        public void add(double number) {
            count++;
            sum.add(number);
            squares.addProduct(number, number);
        }

        public Moments moments() {
            return new Moments(count, sum.units(), squares.units());
        }
    }
}
