package dev.millrace.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.engine.stats.SeededRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// What holds of all samples; each case is that of its seed.
class StatisticsPropertiesTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTestDoesNotCareWhichSideIsFirst(long seed) {
        SeededRandom random = random(seed);
        double[] first = sample(random, 2, 7);
        double[] second = sample(random, 2, 7);

        assertThat(PermutationTest.of(first, second, 100, seed).pValue())
                .isEqualTo(PermutationTest.of(second, first, 100, seed).pValue())
                .isBetween(PermutationTest.leastPValue(first.length, second.length) / 2, 1.0);
        assertThat(EffectSize.of(first, second).cliffsDelta())
                .isEqualTo(-EffectSize.of(second, first).cliffsDelta())
                .isBetween(-1.0, 1.0);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theIntervalOfARatioDoesNotCareForTheUnit(long seed) {
        SeededRandom random = random(seed);
        double[] first = sample(random, 4, 9);
        double[] second = sample(random, 4, 9);
        Interval seconds = new Bootstrap(Statistic.RATIO_OF_MEANS, 500, seed, first, second).bca(0.95);
        Interval millis = new Bootstrap(Statistic.RATIO_OF_MEANS, 500, seed, scaled(first), scaled(second)).bca(0.95);

        assertThat(millis.low()).isCloseTo(seconds.low(), within(1e-9));
        assertThat(millis.high()).isCloseTo(seconds.high(), within(1e-9));
        assertThat(seconds.low()).isLessThanOrEqualTo(seconds.high());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aWiderConfidenceHasAWiderInterval(long seed) {
        Bootstrap mean = new Bootstrap(Statistic.MEAN, 500, seed, sample(random(seed), 3, 12));
        Interval narrow = mean.percentile(0.8);

        assertThat(narrow.within(mean.percentile(0.99).low(), mean.percentile(0.99).high())).isTrue();
        assertThat(mean.bca(0.8).within(mean.bca(0.99).low(), mean.bca(0.99).high())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void adjustedValuesAreNoSmallerAndInTheSameOrder(long seed) {
        SeededRandom random = random(seed);
        double[] pValues = new double[1 + (int) random.nextLong(8)];
        Arrays.setAll(pValues, _ -> random.nextDouble());
        double[] adjusted = Holm.adjusted(pValues);

        for (int i = 0; i < pValues.length; i++) {
            assertThat(adjusted[i]).isBetween(pValues[i], 1.0);
            for (int k = 0; k < pValues.length; k++) {
                assertThat(pValues[i] < pValues[k] && adjusted[i] > adjusted[k]).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPointIsOnTheFrontOrBetteredByOneThatIs(long seed) {
        SeededRandom random = random(seed);
        List<double[]> costs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            costs.add(new double[] {random.nextLong(5), random.nextLong(5), random.nextLong(3)});
        }
        List<Boolean> front = ParetoFront.of(costs);

        assertThat(front).contains(true);
        for (int i = 0; i < costs.size(); i++) {
            double[] point = costs.get(i);
            boolean matched = false;
            for (int k = 0; k < costs.size(); k++) {
                double[] other = costs.get(k);
                boolean noWorse = other[0] <= point[0] && other[1] <= point[1] && other[2] <= point[2];
                matched |= front.get(k) && noWorse && !Arrays.equals(other, point);
            }
            assertThat(front.get(i)).isEqualTo(!matched);
        }
    }

    private static SeededRandom random(long seed) {
        return SeededRandom.of(seed, "test/properties", "", 0);
    }

    private static double[] sample(SeededRandom random, int least, int most) {
        double[] sample = new double[least + (int) random.nextLong(most - least + 1L)];
        Arrays.setAll(sample, _ -> 1 + random.nextDouble());
        return sample;
    }

    private static double[] scaled(double[] sample) {
        return Arrays.stream(sample).map(value -> value * 1000).toArray();
    }
}
