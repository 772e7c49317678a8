package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.millrace.engine.recipe.RunSettings;
import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;

class RateLimitTest {

    private static final long SECOND = 1_000_000_000;

    @Seeds(count = 200)
    void whateverTheBlocksNoMorePassesThanTheRateAllowsAndNoLessIfThereIsMore(long seed) {
        Random random = new Random(seed);
        double perSecond = 1 + random.nextInt(1_000_000);
        long largest = 1 + (long) (perSecond * random.nextDouble());
        RateLimit limit = new RateLimit(perSecond);
        long start = random.nextLong() >> 4; // the origin of time is anywhere, also below 0
        long now = start;
        long passed = 0;
        while (now - start < 100 * SECOND) {
            long amount = 1 + random.nextLong(largest);
            passed += amount;
            now += limit.take(amount, now) + 1;
            double allowed = perSecond * (now - start + RateLimit.BURST_NANOS) / SECOND;
            assertThat((double) passed).isLessThanOrEqualTo(allowed * 1.001 + 1);
        }
        assertThat(passed * (double) SECOND / (now - start)).isCloseTo(perSecond, withPercentage(3));
    }

    @Test
    void timeThatNobodyUsedIsKeptForABurstOnly() {
        RateLimit limit = new RateLimit(100);
        assertThat(limit.take(20, 0)).isZero();
        assertThat(limit.take(1, 0)).isEqualTo(SECOND / 100);
        long later = 3600 * SECOND;
        assertThat(limit.take(20, later)).isZero();
        assertThat(limit.take(100, later)).isEqualTo(SECOND);
    }

    @Test
    void withoutARateNothingWaits() {
        RateLimit limit = new RateLimit(0);
        assertThat(limit.take(Long.MAX_VALUE, 0)).isZero();
    }

    @Test
    void theStricterOfRowsAndBytesCounts() {
        RunSettings settings = RunSettings.defaults().withRateLimits(1, 1000);
        Throttle throttle = new Throttle(settings, () -> 0);
        assertThat(throttle.taken(100, 100)).isZero();
        assertThat(throttle.taken(2100, 100)).isEqualTo(Duration.ofSeconds(2));
        assertThat(throttle.taken(0, 10 << 20)).isGreaterThan(Duration.ofSeconds(9));
    }
}
