package dev.millrace.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class DistinctValuesTest {

    @Test
    void numbersAreCountedByValue() {
        DistinctValues values = of("1", "1.0", "01", "1e0", "2", "-0", "0", "inf", "Infinity", "-inf");
        assertThat(values.numerical()).isTrue();
        assertThat(values.size()).isEqualTo(5); // 1, 2, 0, inf, -inf
    }

    @Test
    void oneWordMakesAllOfThemTexts() {
        DistinctValues values = of("1", "1.0", "one", "01");
        assertThat(values.numerical()).isFalse();
        assertThat(values.size()).isEqualTo(4);
    }

    @Test
    void theOrderDoesNotMatter() {
        assertThat(of("one", "1", "1.0", "01").size()).isEqualTo(4);
        assertThat(of("1", "1.0", "01", "one").size()).isEqualTo(4);
    }

    @Test
    void nothingIsNumerical() {
        assertThat(of().numerical()).isTrue();
        assertThat(of().size()).isZero();
    }

    private static DistinctValues of(String... texts) {
        DistinctValues values = new DistinctValues();
        List.of(texts).forEach(values::add);
        return values;
    }
}
