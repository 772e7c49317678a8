package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

class LargestRemainderTest {

    /// Quotas 10 · (21, 12, 7) / 40 = 5.25, 3, 1.75: floors 5, 3, 1, and the one left goes to the last.
    @Test
    void whatIsLeftGoesToTheLargestRemainders() {
        assertThat(share(10, 21, 12, 7)).containsExactly(5, 3, 2);
        assertThat(share(0, 3, 4)).containsExactly(0, 0);
        assertThat(share(7, 3, 4)).containsExactly(3, 4);
        assertThat(share(5, 0, 9, 0)).containsExactly(0, 5, 0);
        assertThat(share(0)).isEmpty();
        assertThat(share(0, 0, 0)).containsExactly(0, 0);
    }

    @Test
    void tiesGoToTheSmallerWeightThenToTheEarlierOne() {
        assertThat(share(2, 3, 1)).as("1.5 and 0.5").containsExactly(1, 1);
        assertThat(share(1, 1, 1, 1)).containsExactly(1, 0, 0);
        assertThat(share(2, 5, 5, 5)).containsExactly(1, 1, 0);
        assertThat(share(2, 6, 2)).as("1.5 and 0.5").containsExactly(1, 1);
    }

    @Test
    void nobodyToShareAmongIsAnError() {
        assertThatThrownBy(() -> share(1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> share(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOverflowIsAnErrorRatherThanAWrongShare() {
        assertThatThrownBy(() -> share(1L << 40, 1L << 40, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Seeds(count = 300)
    void sharesAddUpAndAreLessThanOneFromTheirQuotas(long seed) {
        Random random = new Random(seed);
        long[] weights = random.longs(1 + random.nextInt(8), 0, random.nextBoolean() ? 4 : 1_000_000_000).toArray();
        long sum = Arrays.stream(weights).sum();
        long total = sum == 0 ? 0 : random.nextLong(sum + 1);
        long[] shares = LargestRemainder.share(total, weights);
        assertThat(Arrays.stream(shares).sum()).isEqualTo(total);
        for (int i = 0; i < weights.length && sum > 0; i++) {
            long floor = total * weights[i] / sum;
            assertThat(shares[i]).isBetween(floor, Math.min(floor + 1, weights[i]));
        }
    }

    private static long[] share(long total, long... weights) {
        return LargestRemainder.share(total, weights);
    }
}
