package dev.millrace.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;

class NumberInputTest {

    private final NumberInput smoothing = input(new NumberInput.Range("Smoothing", 0, 1, false));
    private final NumberInput workers = input(new NumberInput.Range("Workers", 0, Integer.MAX_VALUE, true));

    private static NumberInput input(NumberInput.Range range) {
        return new NumberInput(range, new Texts(Locale.US), new Figures(Locale.US));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "0.01", "1e-3", " .5 "})
    void acceptsNumbersInRange(String text) {
        smoothing.textProperty().set(text);
        assertThat(smoothing.value()).isPresent();
        assertThat(smoothing.mistake().get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-0.1", "1.01", "0,5", "half", "NaN"})
    void saysWhatIsAccepted(String text) {
        smoothing.textProperty().set(text);
        assertThat(smoothing.value()).isEmpty();
        assertThat(smoothing.mistake().get()).isEqualTo("Smoothing must be a number from 0 to 1.");
    }

    @Test
    void wantsWholeNumbers() {
        workers.textProperty().set("2.5");
        assertThat(workers.mistake().get()).isEqualTo("Workers must be a whole number, 0 or more.");
    }

    @Test
    void showsNumbersAsAPersonWritesThem() {
        smoothing.set(0.01);
        assertThat(smoothing.textProperty().get()).isEqualTo("0.01");
        workers.set(100);
        assertThat(workers.textProperty().get()).isEqualTo("100");
    }
}
