package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

class LargestRemainderTest {

    @Test
    void whatIsLeftGoesToTheLargestRemainders() {
        assertThat(LargestRemainder.share(7, new long[] {7, 3})).containsExactly(5, 2); // 4.9, 2.1
        assertThat(LargestRemainder.share(5, new long[] {1, 1, 1})).containsExactly(2, 2, 1);
        assertThat(LargestRemainder.share(0, new long[] {0, 0})).containsExactly(0, 0);
    }

    @Test
    void tiesGoToTheEarlierWhateverItsWeight() {
        assertThat(LargestRemainder.share(6300, new long[] {8215, 785})).containsExactly(5751, 549); // …0.5 and 549.5
        assertThat(LargestRemainder.share(6300, new long[] {785, 8215})).containsExactly(550, 5750);
    }

    @Test
    void nothingIsSharedAmongNobody() {
        assertThatIllegalArgumentException().isThrownBy(() -> LargestRemainder.share(1, new long[] {0}));
    }

    @Seeds(count = 100)
    void sharesAddUpAndAreWithinOneOfTheirQuota(long seed) {
        Random random = new Random(seed);
        long[] weights = random.longs(1 + random.nextInt(20), 0, 1000).toArray();
        weights[0]++;
        long sum = Arrays.stream(weights).sum();
        long total = random.nextLong(sum + 1);
        long[] shares = LargestRemainder.share(total, weights);
        assertThat(Arrays.stream(shares).sum()).isEqualTo(total);
        for (int i = 0; i < shares.length; i++) {
            assertThat(Math.abs((double) total * weights[i] / sum - shares[i])).isLessThan(1);
            assertThat(shares[i]).isLessThanOrEqualTo(weights[i]);
        }
    }
}
