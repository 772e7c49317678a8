package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0 bytes",
                "1; 1 byte",
                "999; 999 bytes",
                "1000; 1.0 kB",
                "999949; 999.9 kB",
                "999950; 1.0 MB",
                "562200000; 562.2 MB",
                "7000000000; 7.0 GB",
                "1234567000000000; 1,234.6 TB"
            })
    void bytesAreInPowersOfAThousand(long bytes, String text) {
        assertThat(Figures.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00 s, 0:00",
        "420, 0.42 s, 0:00",
        "12345, 12.3 s, 0:12",
        "185000, 3 min 05 s, 3:05",
        "7800000, 2 h 10 min, 2:10:00"
    })
    void timesHaveAboutThreeDigits(long millis, String text, String clock) {
        assertThat(Figures.duration(Duration.ofMillis(millis))).isEqualTo(text);
        assertThat(Figures.clock(Duration.ofMillis(millis))).isEqualTo(clock);
    }

    @Test
    void nounsFollowTheirNumber() {
        assertThat(Figures.count(1, "pass")).isEqualTo("1 pass");
        assertThat(Figures.count(2, "pass")).isEqualTo("2 passes");
        assertThat(Figures.count(1_234, "row")).isEqualTo("1,234 rows");
    }

    @Test
    void aRateOfNoTimeIsFinite() {
        assertThat(Figures.perSecond(5, Duration.ZERO)).isEqualTo(5_000);
        assertThat(Figures.perSecond(500, Duration.ofSeconds(2))).isEqualTo(250);
    }
}
