package dev.millrace.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Locale;

class FiguresTest {

    private final Figures figures = new Figures(Locale.US);

    @Test
    void sizesHaveAUnit() {
        assertThat(figures.bytes(999)).isEqualTo("999 B");
        assertThat(figures.bytes(88_012)).isEqualTo("88.0 kB");
        assertThat(figures.bytes(704_000)).isEqualTo("704 kB");
        assertThat(figures.bytes(1_400_000_000L)).isEqualTo("1.4 GB");
    }

    @Test
    void percentsAreNeverRoundedUp() {
        assertThat(figures.percent(0.999)).isEqualTo("99 %");
        assertThat(figures.percent(1)).isEqualTo("100 %");
    }

    @Test
    void durationsAreShort() {
        assertThat(figures.duration(Duration.ofMillis(420))).isEqualTo("420 ms");
        assertThat(figures.duration(Duration.ofMillis(4100))).isEqualTo("4.1 s");
        assertThat(figures.duration(Duration.ofSeconds(125))).isEqualTo("2:05");
        assertThat(figures.clock(Duration.ofSeconds(3725))).isEqualTo("1:02:05");
    }

    @Test
    void unknownRatesAreADash() {
        assertThat(figures.rowsPerSecond(0)).isEqualTo("–");
        assertThat(figures.bytesPerSecond(0)).isEqualTo("–");
    }
}
