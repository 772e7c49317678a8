package dev.millrace.engine.block;

import dev.millrace.engine.stats.Numbers;

import java.util.ArrayList;
import java.util.List;

/// The values that edits of one column put into cells, by index. Grows only, so that a writer can keep what it made of
/// each value. Owned by one worker.
public final class Replacements {

    private final List<String> texts = new ArrayList<>();
    private final List<Double> numbers = new ArrayList<>(); // NaN for texts

    /// Numbers, in this order.
    public static Replacements ofNumbers(double... numbers) {
        Replacements replacements = new Replacements();
        for (double number : numbers) {
            replacements.addNumber(number);
        }
        return replacements;
    }

    /// Adds a number.
    ///
    /// @return the index of the new value
    public int addNumber(double number) {
        texts.add(Numbers.text(number));
        numbers.add(number);
        return texts.size() - 1;
    }

    /// Adds a text.
    ///
    /// @return the index of the new value
    public int addText(String text) {
        texts.add(text);
        numbers.add(Double.NaN);
        return texts.size() - 1;
    }

    public int size() {
        return texts.size();
    }

    /// Whether a value is a number rather than a text.
    public boolean isNumber(int index) {
        return !Double.isNaN(numbers.get(index));
    }

    public double number(int index) {
        return numbers.get(index);
    }

    /// The value as text; of a number, as [Numbers#text] writes it.
    public String text(int index) {
        return texts.get(index);
    }

    /// Copies a value of another list to the end of this one.
    ///
    /// @return its index here
    int add(Replacements other, int index) {
        texts.add(other.texts.get(index));
        numbers.add(other.numbers.get(index));
        return texts.size() - 1;
    }
}
