package dev.millrace.engine.stats;

import java.util.HashSet;
import java.util.Set;

/// The distinct values behind distinct texts: numbers as long as every text is one (`1` and `1.0` are one value), else
/// the texts themselves.
public final class DistinctValues {

    private static final long BYTES_PER_NUMBER = 80; // two objects and their slot

    private final Set<Double> numbers = new HashSet<>();
    private boolean numerical = true;
    private int texts;

    /// Takes in a text that was not seen before.
    public void add(String text) {
        texts++;
        if (numerical) {
            double number = Numbers.parse(text);
            if (Double.isNaN(number)) {
                numerical = false;
                numbers.clear();
            } else {
                numbers.add(number + 0.0); // −0 and 0 are one value
            }
        }
    }

    /// Whether every text so far is a number; true for no text.
    public boolean numerical() {
        return numerical;
    }

    /// Bytes of memory that they take, about.
    public long footprint() {
        return numbers.size() * BYTES_PER_NUMBER;
    }

    public int size() {
        return numerical ? numbers.size() : texts;
    }
}
