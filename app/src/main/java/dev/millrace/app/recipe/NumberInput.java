package dev.millrace.app.recipe;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.math.BigDecimal;
import java.util.Optional;

/// A number that is being typed: its text, and what is wrong with it.
public final class NumberInput {

    private final StringProperty text = new SimpleStringProperty("");
    private final Range range;
    private final StringBinding mistake;

    /// What is accepted.
    ///
    /// @param name what it is called in messages
    /// @param whole whether it must be a whole number
    public record Range(String name, double min, double max, boolean whole) {}

    public NumberInput(Range range, Texts texts, Figures figures) {
        this.range = range;
        this.mistake = Bindings.createStringBinding(() -> mistake(texts, figures), text);
    }

    public StringProperty textProperty() {
        return text;
    }

    /// A sentence that says what is accepted; empty when the text is sound.
    public StringBinding mistake() {
        return mistake;
    }

    public void set(double number) {
        text.set(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    }

    /// The number, if the text is one and in range.
    public Optional<Double> value() {
        try {
            double number = new BigDecimal(text.get().strip()).doubleValue();
            boolean accepted = number >= range.min() && number <= range.max();
            return accepted && (!range.whole() || number == Math.rint(number)) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException typing) {
            return Optional.empty();
        }
    }

    /// The number, or the least accepted one while the text is unsound.
    public int wholeValue() {
        return value().orElse(range.min()).intValue();
    }

    private String mistake(Texts texts, Figures figures) {
        if (value().isPresent()) {
            return "";
        }
        String kind = texts.of(range.whole() ? "recipe.number.whole" : "recipe.number.any");
        return range.max() == Integer.MAX_VALUE
                ? texts.of("recipe.number.atLeast", range.name(), kind, figures.number(range.min()))
                : texts.of(
                        "recipe.number.between",
                        range.name(),
                        kind,
                        figures.number(range.min()),
                        figures.number(range.max()));
    }
}
