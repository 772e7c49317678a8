package dev.millrace.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.engine.stats.SeededRandom;

import org.junit.jupiter.api.Test;

import java.util.function.DoubleSupplier;

/// What p-values and intervals promise, over 1,000 simulated benchmarks.
class LongRunTest {

    private static final int BENCHMARKS = 1000;
    private static final int MANY_BENCHMARKS = 4000; // tells 94 from 95 of a hundred

    @Test
    void identicalSidesAreCalledDifferentInFiveOfAHundredBenchmarks() {
        int alarms = 0;
        for (int benchmark = 0; benchmark < BENCHMARKS; benchmark++) {
            DoubleSupplier time = times(benchmark);
            PermutationTest test = PermutationTest.of(sample(8, time), sample(8, time), 999, benchmark);
            assertThat(test.exact()).isTrue();
            alarms += test.pValue() <= 0.05 ? 1 : 0;
        }
        assertThat(alarms).isBetween(30, 70);
    }

    @Test
    void theDrawnTestKeepsItsLevelToo() {
        int alarms = 0;
        for (int benchmark = 0; benchmark < BENCHMARKS; benchmark++) {
            DoubleSupplier time = times(benchmark);
            PermutationTest test = PermutationTest.of(sample(25, time), sample(25, time), 999, benchmark);
            assertThat(test.exact()).isFalse();
            alarms += test.pValue() <= 0.05 ? 1 : 0;
        }
        assertThat(alarms).isBetween(30, 70);
    }

    @Test
    void intervalsHoldTheTrueMeanIn93To97OfAHundredBenchmarks() {
        int percentile = 0;
        int bca = 0;
        for (int benchmark = 0; benchmark < BENCHMARKS; benchmark++) {
            Bootstrap mean = new Bootstrap(Statistic.MEAN, 1000, benchmark, sample(40, normal(benchmark, 10, 1)));
            percentile += mean.percentile(0.95).holds(10) ? 1 : 0;
            bca += mean.bca(0.95).holds(10) ? 1 : 0;
        }
        assertThat(percentile).isBetween(930, 970);
        assertThat(bca).isBetween(930, 970);
    }

    @Test
    void intervalsHoldTheTrueRatioIn93To97OfAHundredBenchmarks() {
        int held = 0;
        for (int benchmark = 0; benchmark < BENCHMARKS; benchmark++) {
            double[] slower = sample(40, normal(benchmark, 12, 1.5));
            double[] faster = sample(40, normal(benchmark + BENCHMARKS, 8, 0.7));
            Bootstrap ratio = new Bootstrap(Statistic.RATIO_OF_MEANS, 1000, benchmark, slower, faster);
            held += ratio.bca(0.95).holds(1.5) ? 1 : 0;
        }
        assertThat(held).isBetween(930, 970);
    }

    @Test
    void intervalsOfTenRunsHoldAsOftenAsThoseOfMany() {
        assertThat(meansHeld(10)).isBetween(0.93, 0.97);
        assertThat(ratiosHeld(10)).isBetween(0.93, 0.97);
    }

    /// What is said of few runs in [FewRuns].
    @Test
    void intervalsOfFiveRunsHoldTheRatioAsOftenButTheMeanLessOften() {
        assertThat(ratiosHeld(5)).isBetween(0.92, 0.96);
        assertThat(meansHeld(5)).isBetween(0.88, 0.92);
    }

    @Test
    void ofManyRunsTheLevelIsHardlyRaised() {
        assertThat(FewRuns.level(0.95, new double[1])).isEqualTo(0.95);
        assertThat(FewRuns.level(0.95, new double[2])).isBetween(0.95, 1.0);
        assertThat(FewRuns.level(0.95, new double[10_000])).isCloseTo(0.95, within(1e-4));
    }

    private static double meansHeld(int runs) {
        double held = 0;
        for (int benchmark = 0; benchmark < MANY_BENCHMARKS; benchmark++) {
            double[] times = sample(runs, normal(benchmark, 10, 1));
            Bootstrap mean = new Bootstrap(Statistic.MEAN, 2000, benchmark, times);
            held += mean.bca(FewRuns.level(0.95, times)).holds(10) ? 1 : 0;
        }
        return held / MANY_BENCHMARKS;
    }

    private static double ratiosHeld(int runs) {
        double held = 0;
        for (int benchmark = 0; benchmark < MANY_BENCHMARKS; benchmark++) {
            double[] slower = sample(runs, normal(benchmark, 12, 1.5));
            double[] faster = sample(runs, normal(benchmark + MANY_BENCHMARKS, 8, 0.7));
            Bootstrap ratio = new Bootstrap(Statistic.RATIO_OF_MEANS, 2000, benchmark, slower, faster);
            held += ratio.bca(FewRuns.level(0.95, slower, faster)).holds(1.5) ? 1 : 0;
        }
        return held / MANY_BENCHMARKS;
    }

    private static double[] sample(int size, DoubleSupplier time) {
        double[] sample = new double[size];
        for (int i = 0; i < size; i++) {
            sample[i] = time.getAsDouble();
        }
        return sample;
    }

    /// Times as they are measured: near a least one, now and then far above it.
    private static DoubleSupplier times(long seed) {
        DoubleSupplier normal = normal(seed, 0, 0.3);
        return () -> 2 + Math.exp(normal.getAsDouble());
    }

    /// By Box and Muller (1958).
    private static DoubleSupplier normal(long seed, double mean, double deviation) {
        SeededRandom random = SeededRandom.of(seed, "test/times", "", 0);
        return () -> {
            double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
            return mean + deviation * radius * Math.cos(2 * Math.PI * random.nextDouble());
        };
    }
}
