package dev.millrace.app.data;

import java.util.Arrays;
import java.util.BitSet;

/// Where the columns of the grid are. Knows as many as there are, so that tens of thousands cost nothing but numbers.
final class GridColumns {

    static final double LEAST = 56;
    static final double MOST_FITTED = 280;

    private static final double UNKNOWN = 128;

    private final double[] widths;
    private final double[] starts; // one more than columns: the last is the width of all
    private final BitSet fitted = new BitSet();

    GridColumns(int count) {
        widths = new double[count];
        starts = new double[count + 1];
        Arrays.fill(widths, UNKNOWN);
        measure(0);
    }

    int count() {
        return widths.length;
    }

    double width(int column) {
        return widths[column];
    }

    /// The left edge of a column, when the first one is at 0.
    double start(int column) {
        return starts[column];
    }

    /// The width of all columns together.
    double total() {
        return starts[widths.length];
    }

    /// The column at a place; the last one beyond them.
    int at(double x) {
        int found = Arrays.binarySearch(starts, x);
        int column = found >= 0 ? found : -found - 2;
        return Math.clamp(column, 0, Math.max(0, widths.length - 1));
    }

    /// Whether a column has a width that fits what is in it.
    boolean isFitted(int column) {
        return fitted.get(column);
    }

    /// Gives a column a width that fits, within bounds.
    void fit(int column, double width) {
        fitted.set(column);
        widths[column] = Math.clamp(Math.ceil(width), LEAST, MOST_FITTED);
        measure(column);
    }

    /// Gives a column the width that a person wants.
    void resize(int column, double width) {
        fitted.set(column);
        widths[column] = Math.max(LEAST, width);
        measure(column);
    }

    private void measure(int from) {
        for (int column = from; column < widths.length; column++) {
            starts[column + 1] = starts[column] + widths[column];
        }
    }
}
