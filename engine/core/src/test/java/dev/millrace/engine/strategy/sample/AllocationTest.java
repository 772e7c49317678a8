package dev.millrace.engine.strategy.sample;

import static dev.millrace.engine.strategy.sample.AllocationRule.BALANCED;
import static dev.millrace.engine.strategy.sample.AllocationRule.EXTERNAL_PROPORTIONAL;
import static dev.millrace.engine.strategy.sample.AllocationRule.OPTIMAL;
import static dev.millrace.engine.strategy.sample.AllocationRule.PROPORTIONAL_MIN;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.testing.Seeds;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class AllocationTest {

    @Test
    void balancedTopsUpOnceWhatHasRoom() {
        // n div k = 25; a = 5, 25, 25, 25; 20 left over 3 with room: 6 more each.
        assertThat(sizes(BALANCED, 100, 0, 5, 100, 100, 100)).containsExactly(5, 31, 31, 31);
        assertThat(sizes(BALANCED, 100, 30, 5, 100, 28, 100)).containsExactly(5, 33, 28, 33);
        assertThat(sizes(BALANCED, 10, 4, 3, 8, 8)).containsExactly(3, 4, 4);
        assertThat(sizes(BALANCED, 100, 0, 5, 5)).containsExactly(5, 5);
        assertThat(sizes(BALANCED, 2, 0, 5, 5, 5)).containsExactly(0, 0, 0); // 2 div 3, twice
    }

    @Test
    void proportionalTakesAnExcessFromThoseAboveTheMinimum() {
        assertThat(sizes(PROPORTIONAL_MIN, 100, 0, 333, 333, 334)).containsExactly(33, 33, 33);
        // 90, 5, 5 → 90, 10, 10: e = 10, A = 80, 90 − floor(10·80/80).
        assertThat(sizes(PROPORTIONAL_MIN, 100, 10, 900, 50, 50)).containsExactly(80, 10, 10);
        // All at the minimum: e = 30 > A = 0, nothing is taken.
        assertThat(sizes(PROPORTIONAL_MIN, 30, 20, 100, 100, 100)).containsExactly(20, 20, 20);
        assertThat(sizes(PROPORTIONAL_MIN, 100, 10, 900, 50, 4)).containsExactly(80, 10, 4);
        assertThat(sizes(PROPORTIONAL_MIN, 1000, 10, 5, 20)).containsExactly(5, 20);
    }

    @Test
    void optimalWeighsRowsByDeviation() {
        List<Allocation.Stratum> strata = List.of(stratum(100, 3), stratum(100, 1), stratum(100, 0));
        assertThat(Allocation.of(settings(OPTIMAL, 40, 5, false, false), strata)).containsExactly(30, 10, 5);
        assertThat(sizes(OPTIMAL, 40, 5, 300, 100)).containsExactly(30, 10);
        assertThat(Allocation.of(settings(OPTIMAL, 41, 5, false, false), List.of(stratum(100, 0), stratum(10, 0))))
                .containsExactly(20, 10);
    }

    @Test
    void optimalQuotientsOfEqualStrataAreExact() {
        List<Allocation.Stratum> strata = new ArrayList<>();
        for (int h = 0; h < 7; h++) {
            strata.add(stratum(1000, 0.1));
        }
        assertThat(Allocation.of(settings(OPTIMAL, 700, 0, false, false), strata)).containsOnly(100);
    }

    @Test
    void externalFollowsTheReferenceAsItIsWritten() {
        StratifiedSamplingSettings settings =
                new StratifiedSamplingSettings(
                        "s", 100, EXTERNAL_PROPORTIONAL, 10, null, null, 2.3, false, false, List.of("train"));
        List<Allocation.Stratum> strata =
                List.of(
                        new Allocation.Stratum(1000, 1, new BigDecimal("100")),
                        new Allocation.Stratum(50, 1, new BigDecimal("1e3")),
                        new Allocation.Stratum(1000, 1, BigDecimal.ZERO));
        assertThat(Allocation.of(settings, strata)).containsExactly(230, 2300, 10);
    }

    @Test
    void replacementRaisesEveryStratumToAnEqualShare() {
        assertThat(Allocation.of(settings(PROPORTIONAL_MIN, 100, 10, true, false), strata(970, 20, 4)))
                .containsExactly(80, 33, 33);
        assertThat(Allocation.of(settings(BALANCED, 9, 10, true, false), strata(970, 20, 4)))
                .containsExactly(10, 10, 10);
    }

    @Test
    void anExactTargetGivesWhatTheFloorsLeaveToTheLargestRemainders() {
        // quotas 33.3, 33.3, 33.4
        assertThat(exact(PROPORTIONAL_MIN, 100, 0, 333, 333, 334)).containsExactly(33, 33, 34);
        assertThat(exact(PROPORTIONAL_MIN, 10, 0, 26, 26, 48)).containsExactly(3, 2, 5); // 2.6, 2.6, 4.8; 2 left
        assertThat(exact(BALANCED, 100, 0, 5, 100, 100, 100)).containsExactly(5, 32, 32, 31);
        assertThat(exact(BALANCED, 2, 0, 5, 5, 5)).containsExactly(1, 1, 0);
        assertThat(exact(BALANCED, 10, 5, 9, 9, 9)).containsExactly(5, 5, 5); // the minimums do not allow it
        assertThat(exact(OPTIMAL, 100, 10, 960, 20, 20)).containsExactly(80, 10, 10);
        assertThat(exact(BALANCED, 100, 0, 5, 5)).containsExactly(5, 5);
    }

    @Test
    void anExactTargetFillsStrataOfNoWeightLast() {
        List<Allocation.Stratum> strata = List.of(stratum(10, 1), stratum(100, 0), stratum(100, 0));
        assertThat(Allocation.of(settings(OPTIMAL, 41, 0, false, true), strata)).containsExactly(10, 16, 15);
    }

    @Test
    void noStratumNoSize() {
        assertThat(Allocation.of(settings(BALANCED, 10, 10, true, true), List.of())).isEmpty();
    }

    @Seeds(count = 300)
    void allocationsKeepTheirBounds(long seed) {
        Random random = new Random(seed);
        List<Allocation.Stratum> strata = new ArrayList<>();
        for (int h = 1 + random.nextInt(8); h > 0; h--) {
            strata.add(stratum(random.nextLong(1, random.nextBoolean() ? 10 : 1000), random.nextInt(4) / 3.0));
        }
        AllocationRule rule = List.of(BALANCED, PROPORTIONAL_MIN, OPTIMAL).get(random.nextInt(3));
        long target = random.nextLong(1, 1501);
        long minimum = random.nextInt(20);
        long all = strata.stream().mapToLong(Allocation.Stratum::rows).sum();
        long[] sizes = Allocation.of(settings(rule, target, minimum, false, false), strata);
        long[] exact = Allocation.of(settings(rule, target, minimum, false, true), strata);
        long least = 0;
        for (int h = 0; h < sizes.length; h++) {
            long rows = strata.get(h).rows();
            assertThat(sizes[h]).isBetween(Math.min(minimum, rows), rows);
            assertThat(exact[h]).isBetween(Math.min(minimum, rows), rows);
            least += Math.min(minimum, rows);
        }
        long sum = Arrays.stream(exact).sum();
        if (least <= Math.min(target, all)) {
            assertThat(sum).isEqualTo(Math.min(target, all));
        } else {
            assertThat(exact).isEqualTo(sizes);
        }
    }

    private static long[] sizes(AllocationRule rule, long target, long minimum, long... rows) {
        return Allocation.of(settings(rule, target, minimum, false, false), strata(rows));
    }

    private static long[] exact(AllocationRule rule, long target, long minimum, long... rows) {
        return Allocation.of(settings(rule, target, minimum, false, true), strata(rows));
    }

    private static List<Allocation.Stratum> strata(long... rows) {
        return Arrays.stream(rows).mapToObj(count -> stratum(count, 1)).toList();
    }

    private static Allocation.Stratum stratum(long rows, double deviation) {
        return new Allocation.Stratum(rows, deviation, BigDecimal.ZERO);
    }

    private static StratifiedSamplingSettings settings(
            AllocationRule rule, long target, long minimum, boolean replacement, boolean exact) {
        @Nullable String variance = rule == OPTIMAL ? "v" : null;
        return new StratifiedSamplingSettings(
                "s", target, rule, minimum, variance, null, 1, replacement, exact, List.of("train"));
    }
}
