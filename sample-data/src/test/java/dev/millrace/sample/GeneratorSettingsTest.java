package dev.millrace.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class GeneratorSettingsTest {
    @Test
    void negativeRowsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeneratorSettings(-1, 1, 0, false))
                .withMessage("rows must be 0 or more, but is -1");
    }

    @Test
    void zeroShardsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeneratorSettings(1, 0, 0, false))
                .withMessage("shards must be from 1 to 99999, but is 0");
    }

    @Test
    void moreShardsThanFiveDigitsCanNumberAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeneratorSettings(1, 100_000, 0, false))
                .withMessage("shards must be from 1 to 99999, but is 100000");
    }

    @Test
    void shardsThatWouldRepeatTransactionIdsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeneratorSettings(66_000_001, 2, 0, false))
                .withMessage("a shard holds at most 33000000 rows, but 66000001 rows in 2 shards need 33000001");
    }

    @Test
    void theLargestAndTheSmallestSettingsAreAccepted() {
        assertThat(new GeneratorSettings(99_999L * 33_000_000, 99_999, Long.MIN_VALUE, true).rows())
                .isEqualTo(3_299_967_000_000L);
        assertThat(new GeneratorSettings(0, 1, 0, false).rows()).isZero();
    }
}
