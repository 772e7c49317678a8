package dev.millrace.lab.learn;

import dev.millrace.engine.block.Column;
import dev.millrace.engine.stats.Numbers;
import dev.millrace.lab.quality.ColumnFigures;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What a model is to learn of the label: which of two classes, the greater one being 1, or a number. A numerical label
/// of −1 beside two other values stands for an unknown one.
///
/// @param classes the lesser and the greater class; empty if it is a number
/// @param numerical whether labels are compared as numbers
record Target(List<String> classes, boolean numerical) {

    private static final String UNKNOWN = "-1";

    /// What there is to learn; empty if labels are neither numbers nor of two classes.
    static Optional<Target> of(ColumnFigures label) {
        TreeSet<String> values = new TreeSet<>();
        label.categories().keySet().forEach(value -> values.add(label.isNumerical() ? number(value) : value));
        if (label.isNumerical() && values.size() == 3) {
            values.remove(number(UNKNOWN));
        }
        if (values.size() == 2 && label.others() == 0) {
            List<String> classes =
                    label.isNumerical()
                            ? values.stream()
                                    .sorted((a, b) -> Double.compare(Numbers.parse(a), Numbers.parse(b)))
                                    .toList()
                            : List.copyOf(values);
            return Optional.of(new Target(classes, label.isNumerical()));
        }
        return label.isNumerical() && values.size() > 2 ? Optional.of(new Target(List.of(), true)) : Optional.empty();
    }

    boolean isClass() {
        return !classes.isEmpty();
    }

    /// The label of a row as what is learned; NaN if it is not known.
    double of(Column label, int row) {
        if (!isClass()) {
            double number = label.number(row);
            return Double.isFinite(number) ? number : Double.NaN;
        }
        String value = numerical ? number(label.text(row)) : label.text(row);
        int found = classes.indexOf(value);
        return found < 0 ? Double.NaN : found;
    }

    private static String number(String text) {
        return Numbers.text(Numbers.parse(text));
    }
}
