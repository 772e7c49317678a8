package dev.millrace.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

class FitsTest {

    @Test
    void theLineAndItsIntervalAreThoseOfScipy() {
        LineFit line = LineFit.of(new double[] {10, 20, 30, 40, 55}, new double[] {1.1, 1.9, 3.2, 3.9, 5.8});

        Interval interval = Objects.requireNonNull(line.slopeInterval());
        assertThat(line.slope()).isCloseTo(0.10418032786885247, within(1e-14));
        assertThat(line.intercept()).isCloseTo(-0.04959016393442672, within(1e-13));
        assertThat(line.rSquared()).isCloseTo(0.9920077668662832, within(1e-12));
        assertThat(interval.low()).isCloseTo(0.08699876312007575, within(1e-10));
        assertThat(interval.high()).isCloseTo(0.12136189261762918, within(1e-10));
    }

    @Test
    void twoPointsHaveALineButNoInterval() {
        LineFit line = LineFit.of(new double[] {1, 3}, new double[] {5, 9});

        assertThat(line.slope()).isEqualTo(2);
        assertThat(line.slopeInterval()).isNull();
        assertThat(line.at(10)).isEqualTo(23);
    }

    @Test
    void onePlaceHasNoLine() {
        assertThatThrownBy(() -> LineFit.of(new double[] {2, 2}, new double[] {1, 3}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLawFindsTheSharesThatTimesWereMadeWith() {
        int[] workers = {1, 2, 4, 8, 16, 32};
        double[] times = Arrays.stream(workers).mapToDouble(n -> time(10, 0.05, 0.002, n)).toArray();
        ScalabilityFit law = ScalabilityFit.of(workers, times);

        assertThat(law.oneWorker()).isCloseTo(10, within(1e-9));
        assertThat(law.serial()).isCloseTo(0.05, within(1e-9));
        assertThat(law.crosstalk()).isCloseTo(0.002, within(1e-9));
        assertThat(law.rSquared()).isCloseTo(1, within(1e-9));
        assertThat(law.peakWorkers()).isCloseTo(Math.sqrt(0.95 / 0.002), within(1e-6));
    }

    @Test
    void noShareIsNegativeEvenWhereTimesFallFasterThanWorkersRise() {
        ScalabilityFit law = ScalabilityFit.of(new int[] {1, 2, 4, 8}, new double[] {10, 4, 1.5, 0.6});

        assertThat(law.serial()).isZero();
        assertThat(law.crosstalk()).isZero();
        assertThat(law.peakWorkers()).isInfinite();
    }

    @Test
    void twoNumbersOfWorkersTellTheSerialShareOnly() {
        ScalabilityFit law = ScalabilityFit.of(new int[] {1, 2}, new double[] {10, 6});

        assertThat(law.serial()).isCloseTo(0.2, within(1e-12));
        assertThat(law.crosstalk()).isZero();
        assertThat(law.speedup(2)).isCloseTo(10 / 6.0, within(1e-12));
    }

    @Test
    void holmAdjustsStepByStep() {
        assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
        assertThat(Holm.adjusted(new double[] {0.9, 0.8})).containsExactly(1, 1);
        assertThat(Holm.adjusted(new double[0])).isEmpty();
    }

    @Test
    void effectSizesAreThoseOfNumPy() {
        double[] first = {1.92, 2.05, 1.88, 2.31, 1.97, 2.44, 1.9, 2.12};
        double[] second = {2.61, 2.38, 2.9, 2.55, 2.47, 3.2, 2.44};
        EffectSize effect = EffectSize.of(second, first);

        assertThat(effect.hedgesG()).isCloseTo(2.1584316912318577, within(1e-12));
        assertThat(effect.cliffsDelta()).isCloseTo(0.9464285714285714, within(1e-15));
        assertThat(EffectSize.of(first, first).hedgesG()).isZero();
    }

    @Test
    void quantilesAreThoseOfNumPy() {
        double[] values = {1.92, 2.05, 1.88, 2.31, 1.97, 2.44, 1.9, 2.12};

        assertThat(Samples.quantile(values, 0.05)).isCloseTo(1.887, within(1e-12));
        assertThat(Samples.median(values)).isCloseTo(2.01, within(1e-12));
        assertThat(Samples.quantile(values, 0.95)).isCloseTo(2.3945, within(1e-12));
        assertThat(Samples.median(new double[0])).isNaN();
    }

    @Test
    void theFrontHasThePointsThatNoneBetters() {
        List<double[]> costs =
                List.of(
                        new double[] {1, 5},
                        new double[] {2, 2},
                        new double[] {2, 3},
                        new double[] {5, 1},
                        new double[] {2, 2},
                        new double[] {6, 6});

        assertThat(ParetoFront.of(costs)).containsExactly(true, true, false, true, true, false);
    }

    private static double time(double one, double serial, double crosstalk, int n) {
        return one * (1 + serial * (n - 1) + crosstalk * n * (n - 1)) / n;
    }
}
