package dev.millrace.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/// Against an enumeration in NumPy, and `scipy.stats.permutation_test` 1.17.1.
class PermutationTestTest {

    private static final double[] FIRST = {1.92, 2.05, 1.88, 2.31, 1.97, 2.44, 1.9, 2.12};
    private static final double[] SECOND = {2.61, 2.38, 2.9, 2.55, 2.47, 3.2, 2.44};

    @Test
    void fewValuesAreTriedInEveryOrder() {
        PermutationTest test = PermutationTest.of(FIRST, SECOND, 100, 1);

        assertThat(test).isEqualTo(new PermutationTest(5 / 6435.0, 6435, true));
    }

    @Test
    void ordersThatDifferByRoundingOnlyCountAsEqual() {
        double[] shifted = Arrays.stream(FIRST).map(value -> value + 0.05).toArray();

        assertThat(PermutationTest.of(FIRST, shifted, 100, 1).pValue()).isEqualTo(8164 / 12870.0);
    }

    @Test
    void equalSizesGiveTheValueOfScipy() {
        PermutationTest test = PermutationTest.of(new double[] {1, 2, 3, 4, 5}, new double[] {3, 4, 5, 6, 9}, 100, 1);

        assertThat(test.pValue()).isCloseTo(0.12698412698412698, within(1e-15));
    }

    @Test
    void manyValuesAreDrawnAndComeNearTheExactValue() {
        double[] first = repeated(FIRST);
        double[] second = Arrays.stream(first).map(value -> value + 0.08).toArray();
        PermutationTest few = PermutationTest.of(first, second, 10_000, 1);
        PermutationTest many = PermutationTest.of(first, second, 100_000, 2);

        assertThat(few.exact()).isFalse();
        assertThat(few.pValue()).isBetween(0.05, 0.5).isCloseTo(many.pValue(), within(0.015));
    }

    @Test
    void noDrawnValueIsZero() {
        double[] first = repeated(FIRST);
        double[] second = Arrays.stream(first).map(value -> value + 100).toArray();

        assertThat(PermutationTest.of(first, second, 999, 1).pValue()).isEqualTo(1 / 1000.0);
    }

    @Test
    void equalSamplesHaveTheValueOne() {
        assertThat(PermutationTest.of(FIRST, FIRST, 100, 1).pValue()).isEqualTo(1);
    }

    @Test
    void theLeastValueOfFiveAgainstFiveIsTwoWaysOfAll() {
        assertThat(PermutationTest.leastPValue(5, 5)).isEqualTo(2 / 252.0);
        assertThat(PermutationTest.leastPValue(3, 5)).isEqualTo(1 / 56.0);
    }

    private static double[] repeated(double[] values) {
        double[] repeated = new double[3 * values.length];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = values[i % values.length] + 0.01 * Math.floorDiv(i, values.length);
        }
        return repeated;
    }
}
