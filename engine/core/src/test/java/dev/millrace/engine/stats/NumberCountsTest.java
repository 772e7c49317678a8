package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.stats.NumberCounts.Range;
import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

class NumberCountsTest {

    private static final int LIMIT = NumberCounts.LEAST_LIMIT;

    @Seeds(count = 200)
    void keysSortAsNumbersDo(long seed) {
        Random random = new Random(seed);
        double[] pair = RandomNumbers.of(random, 2);
        assertThat(Long.compare(NumberCounts.key(pair[0]), NumberCounts.key(pair[1])))
                .isEqualTo(Double.compare(pair[0] + 0.0, pair[1] + 0.0));
        assertThat(NumberCounts.number(NumberCounts.key(pair[0]))).isEqualTo(pair[0] + 0.0);
    }

    @Test
    void infinitiesAreTheEndsAndBothZerosAreOne() {
        assertThat(NumberCounts.key(Double.NEGATIVE_INFINITY)).isLessThan(NumberCounts.key(-Double.MAX_VALUE));
        assertThat(NumberCounts.key(Double.POSITIVE_INFINITY)).isGreaterThan(NumberCounts.key(Double.MAX_VALUE));
        assertThat(NumberCounts.key(-0.0)).isEqualTo(NumberCounts.key(0.0));
    }

    @Seeds(count = 200)
    void anyCutOrderAndBracketingGivesTheSameCounts(long seed) {
        Random random = new Random(seed);
        double[] numbers = RandomNumbers.of(random, 3 + random.nextInt(400));
        int first = random.nextInt(numbers.length);
        int second = first + random.nextInt(numbers.length - first);
        NumberCounts a = counts(Arrays.copyOfRange(numbers, 0, first));
        NumberCounts b = counts(Arrays.copyOfRange(numbers, first, second));
        NumberCounts c = counts(Arrays.copyOfRange(numbers, second, numbers.length));
        NumberCounts whole = counts(numbers);
        assertThat(a.plus(b).plus(c)).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(a.plus(b.plus(c))).isEqualTo(whole);
        assertThat(c.plus(a).plus(b)).isEqualTo(whole);
        assertThat(whole.plus(counts(new double[0]))).isEqualTo(whole);
        assertThat(whole.total()).isEqualTo(numbers.length);
    }

    @Seeds(count = 200)
    void aRankIsFoundByNarrowingItsRange(long seed) {
        Random random = new Random(seed);
        double[] numbers = RandomNumbers.of(random, 1 + random.nextInt(3000));
        double[] sorted = Arrays.stream(numbers).map(number -> number + 0.0).sorted().toArray();
        int lower = (sorted.length - 1) / 2;
        int upper = sorted.length / 2;
        Range range = Range.ALL;
        int rounds = 1;
        NumberCounts counts = counts(numbers);
        while (!counts.isExact()) {
            Range inner = counts.rangeOf(lower - range.below(), upper - range.below());
            range = new Range(inner.least(), inner.greatest(), range.below() + inner.below());
            counts = counts(numbers, range);
            rounds++;
        }
        assertThat(rounds).isLessThanOrEqualTo(16);
        assertThat(counts.numberAt(lower - range.below())).isEqualTo(sorted[lower]);
        assertThat(counts.numberAt(upper - range.below())).isEqualTo(sorted[upper]);
    }

    @Seeds(count = 100)
    void theMostFrequentNumberIsTheSmallestOfEquals(long seed) {
        Random random = new Random(seed);
        double[] numbers = random.ints(1 + random.nextInt(60), -12, 12).asDoubleStream().toArray();
        Map<Double, Long> expected = new TreeMap<>();
        Arrays.stream(numbers).forEach(number -> expected.merge(number, 1L, Long::sum));
        double mode = expected.keySet().iterator().next();
        for (Map.Entry<Double, Long> entry : expected.entrySet()) {
            mode = entry.getValue() > expected.get(mode) ? entry.getKey() : mode;
        }
        assertThat(counts(numbers).mostFrequent()).isEqualTo(mode);
    }

    @Test
    void manyDistinctNumbersAreCountedInGroups() {
        double[] numbers = new Random(7).doubles(10_000).toArray();
        NumberCounts counts = counts(numbers);
        assertThat(counts.isExact()).isFalse();
        assertThatThrownBy(() -> counts.numberAt(5)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(counts::mostFrequent).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> counts.rangeOf(0, 10_000)).isInstanceOf(IllegalArgumentException.class);
    }

    private static NumberCounts counts(double[] numbers) {
        return counts(numbers, Range.ALL);
    }

    private static NumberCounts counts(double[] numbers, Range range) {
        NumberCounts.Collector collector = new NumberCounts.Collector(LIMIT);
        for (double number : numbers) {
            if (range.holds(NumberCounts.key(number))) {
                collector.add(NumberCounts.key(number), 1);
            }
        }
        return collector.counts();
    }
}
