package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;

class ExactSumTest {

    private static final MathContext MANY_DIGITS = new MathContext(1500);

    @Seeds(count = 200)
    void sumsAreThoseOfExactArithmetic(long seed) {
        Random random = new Random(seed);
        double[] numbers = RandomNumbers.of(random, random.nextInt(200));
        ExactSum sum = new ExactSum();
        BigDecimal expected = BigDecimal.ZERO;
        for (double number : numbers) {
            sum.add(number);
            expected = expected.add(new BigDecimal(number));
        }
        assertThat(ExactSum.decimal(sum.units())).isEqualByComparingTo(expected);
    }

    @Seeds(count = 200)
    void sumsOfProductsAreThoseOfExactArithmetic(long seed) {
        Random random = new Random(seed);
        double[] left = RandomNumbers.of(random, 50);
        double[] right = RandomNumbers.of(random, 50);
        ExactSum sum = new ExactSum();
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < left.length; i++) {
            sum.addProduct(left[i], right[i]);
            expected = expected.add(new BigDecimal(left[i]).multiply(new BigDecimal(right[i])));
        }
        assertThat(ExactSum.decimal(sum.units())).isEqualByComparingTo(expected);
    }

    @Test
    void theLargestAndTheSmallestProductFit() {
        ExactSum sum = new ExactSum();
        sum.addProduct(-Double.MAX_VALUE, Double.MAX_VALUE);
        sum.addProduct(Double.MIN_VALUE, Double.MIN_VALUE);
        BigDecimal largest = new BigDecimal(Double.MAX_VALUE).pow(2);
        BigDecimal smallest = new BigDecimal(Double.MIN_VALUE).pow(2);
        assertThat(ExactSum.decimal(sum.units())).isEqualByComparingTo(smallest.subtract(largest));
    }

    @Seeds(count = 200)
    void meansAreRoundedOnce(long seed) {
        Random random = new Random(seed);
        double[] numbers = RandomNumbers.of(random, 1 + random.nextInt(30));
        ExactSum sum = new ExactSum();
        BigDecimal expected = BigDecimal.ZERO;
        for (double number : numbers) {
            sum.add(number);
            expected = expected.add(new BigDecimal(number));
        }
        double mean = ExactSum.mean(sum.units(), numbers.length);
        assertThat(mean).isEqualTo(expected.divide(BigDecimal.valueOf(numbers.length), MANY_DIGITS).doubleValue());
    }

    @Test
    void aMeanHalfwayBetweenTwoDoublesGoesToTheEvenOne() {
        double odd = Math.nextUp(0.001);
        for (double next : new double[] {Math.nextUp(odd), Math.nextDown(odd)}) {
            ExactSum sum = new ExactSum();
            sum.add(odd);
            sum.add(next);
            double even = (Double.doubleToLongBits(odd) & 1) == 0 ? odd : next;
            assertThat(ExactSum.mean(sum.units(), 2)).isEqualTo(even);
        }
    }

    @Test
    void noNumberHasNoMean() {
        assertThat(ExactSum.mean(BigInteger.ZERO, 0)).isNaN();
    }

    @Test
    void onlyFiniteNumbersAreAdded() {
        assertThatThrownBy(() -> new ExactSum().add(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExactSum().addProduct(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
