package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortionTest {

    @ParameterizedTest
    @CsvSource({"10,0.7,7,7", "10,0.3,3,3", "100,0.29,29,29", "9,0.7,6,7", "0,0.5,0,0", "3,1,3,3", "3,0,0,0"})
    void takesTheRatioAsTheDecimalItIsWrittenAs(long whole, double ratio, long floor, long ceil) {
        assertThat(Portion.floor(whole, ratio)).isEqualTo(floor);
        assertThat(Portion.ceil(whole, ratio)).isEqualTo(ceil);
    }

    @Test
    void isExactBeyondTheIntegersOfADouble() {
        assertThat(Portion.floor(9_007_199_254_740_993L, 1)).isEqualTo(9_007_199_254_740_993L);
        assertThat(Portion.floor(1_000_000_000_000_000_000L, 0.7)).isEqualTo(700_000_000_000_000_000L);
    }
}
