package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.function.LongToDoubleFunction;

/// [Hypergeometric] and [Binomial] against probabilities from whole numbers, and in large against their moments.
class CountDistributionTest {

    private static final int DRAWS = 20_000;
    private static final double LEAST_EXPECTED = 8; // of a cell in a χ² test

    @Seeds(count = 40)
    void hypergeometricDrawsHaveTheirProbabilities(long seed) {
        Random sizes = new Random(seed);
        int population = 2 + sizes.nextInt(60);
        int part = sizes.nextInt(population + 1);
        int sample = sizes.nextInt(population + 1);
        SeededRandom random = SeededRandom.of(seed, "test", "", 0);
        assertDistribution(
                () -> Hypergeometric.draw(population, part, sample, random),
                k ->
                        exactly(
                                choose(part, k).multiply(choose(population - part, sample - k)),
                                choose(population, sample)),
                sample);
    }

    @Seeds(count = 40)
    void binomialDrawsHaveTheirProbabilities(long seed) {
        Random sizes = new Random(seed);
        int population = 1 + sizes.nextInt(30);
        int part = sizes.nextInt(population + 1);
        int trials = sizes.nextInt(40);
        SeededRandom random = SeededRandom.of(seed, "test", "", 0);
        assertDistribution(
                () -> Binomial.draw(trials, part, population, random),
                k ->
                        exactly(
                                choose(trials, k)
                                        .multiply(BigInteger.valueOf(part).pow((int) k))
                                        .multiply(BigInteger.valueOf(population - part).pow(trials - (int) k)),
                                BigInteger.valueOf(population).pow(trials)),
                trials);
    }

    @Test
    void hypergeometricDrawsFromMillionsHaveTheirMoments() {
        double population = 10_000_000;
        double part = 1_234_567;
        double sample = 3_000_000;
        double mean = sample * part / population;
        double variance = mean * (1 - part / population) * (population - sample) / (population - 1);
        SeededRandom random = SeededRandom.of(7, "test", "", 0);
        assertMoments(() -> Hypergeometric.draw(10_000_000, 1_234_567, 3_000_000, random), mean, variance);
    }

    @Test
    void binomialDrawsOfMillionsHaveTheirMoments() {
        double mean = 10_000_000 * 0.3;
        SeededRandom random = SeededRandom.of(7, "test", "", 0);
        assertMoments(() -> Binomial.draw(10_000_000, 3, 10, random), mean, mean * 0.7);
        assertMoments(() -> Binomial.draw(10_000_000, 7, 10, random), mean / 3 * 7, mean * 0.7);
        assertMoments(() -> Binomial.draw(1000, 1, 10_000_000, random), 1e-4, 1e-4);
    }

    @Test
    void drawsStayWithinTheirBounds() {
        SeededRandom random = SeededRandom.of(1, "test", "", 0);
        assertThat(Hypergeometric.draw(10, 10, 4, random)).isEqualTo(4);
        assertThat(Hypergeometric.draw(10, 0, 4, random)).isZero();
        assertThat(Hypergeometric.draw(10, 7, 10, random)).isEqualTo(7);
        assertThat(Binomial.draw(5, 0, 3, random)).isZero();
        assertThat(Binomial.draw(5, 3, 3, random)).isEqualTo(5);
        assertThat(Binomial.draw(0, 1, 3, random)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> Binomial.draw(5, 4, 3, random));
        assertThatIllegalArgumentException().isThrownBy(() -> Hypergeometric.draw(5, 6, 3, random));
    }

    private static void assertDistribution(LongSupplier draws, LongToDoubleFunction probability, int most) {
        long[] counts = new long[most + 1];
        for (int i = 0; i < DRAWS; i++) {
            counts[Math.toIntExact(draws.getAsLong())]++;
        }
        List<Long> seen = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        long restSeen = 0;
        double restExpected = 0;
        for (int k = 0; k <= most; k++) {
            double expectation = DRAWS * probability.applyAsDouble(k);
            if (expectation == 0) {
                assertThat(counts[k]).as("draws of the impossible %s", k).isZero();
            } else if (expectation < LEAST_EXPECTED) {
                restSeen += counts[k];
                restExpected += expectation;
            } else {
                seen.add(counts[k]);
                expected.add(expectation);
            }
        }
        if (restExpected >= LEAST_EXPECTED) {
            seen.add(restSeen);
            expected.add(restExpected);
        }
        if (seen.size() > 1) {
            ChiSquare.assertFits(
                    seen.stream().mapToLong(Long::longValue).toArray(),
                    expected.stream().mapToDouble(Double::doubleValue).toArray(),
                    seen.size() - 1);
        }
    }

    private static void assertMoments(LongSupplier draws, double mean, double variance) {
        int count = 4000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double deviation = draws.getAsLong() - mean;
            sum += deviation;
            squares += deviation * deviation;
        }
        assertThat(Math.abs(sum / count)).as("deviation of the mean").isLessThan(5 * Math.sqrt(variance / count));
        if (variance > 1) {
            double error = Math.abs(squares / count / variance - 1);
            assertThat(error).as("deviation of the variance").isLessThan(5 * Math.sqrt(2.0 / count));
        }
    }

    private static double exactly(BigInteger dividend, BigInteger divisor) {
        return new BigDecimal(dividend).divide(new BigDecimal(divisor), MathContext.DECIMAL64).doubleValue();
    }

    private static BigInteger choose(long n, long k) {
        if (k < 0 || k > n) {
            return BigInteger.ZERO;
        }
        BigInteger result = BigInteger.ONE;
        for (long i = 1; i <= k; i++) {
            result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return result;
    }
}
