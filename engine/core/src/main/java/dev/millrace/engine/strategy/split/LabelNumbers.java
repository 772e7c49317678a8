package dev.millrace.engine.strategy.split;

import dev.millrace.engine.stats.CodePointOrder;
import dev.millrace.engine.stats.Numbers;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// From a label as it is written to the whole number that takes its place.
sealed interface LabelNumbers {

    /// The number of a label; empty if the label is bad.
    OptionalLong number(String label);

    /// What is wrong with a bad label.
    String finding(String label);

    /// What to do about a bad label.
    String remedy();

    /// The numbers of labels as a set. Labels that are all numbers become whole numbers; else each one becomes its
    /// position in code-point order.
    ///
    /// @param labels the distinct labels of all rows, in code-point order
    static LabelNumbers of(NavigableSet<String> labels) {
        boolean numerical = labels.stream().noneMatch(label -> Double.isNaN(Numbers.parse(label)));
        return numerical ? new Whole() : Named.inOrder(labels);
    }

    /// Labels that are numbers: `1.0` becomes `1`.
    record Whole() implements LabelNumbers {

        private static final double LIMIT = 0x1p63;

        @Override
        public OptionalLong number(String label) {
            double nearest = Numbers.parse(label);
            if (!(Math.abs(nearest) < LIMIT)) {
                return OptionalLong.empty();
            }
            try {
                BigDecimal exact = new BigDecimal(label).stripTrailingZeros();
                return exact.scale() > 0 ? OptionalLong.empty() : OptionalLong.of(exact.longValueExact());
            } catch (ArithmeticException | NumberFormatException tooExtreme) { // such as 1e-99999999999
                return OptionalLong.empty();
            }
        }

        @Override
        public String finding(String label) {
            return "label " + label + " is no whole number";
        }

        @Override
        public String remedy() {
            return "Mend the label, or name a column with classes in dataset.label";
        }
    }

    /// Labels that are names.
    ///
    /// @param numbers of each label
    record Named(Map<String, Long> numbers) implements LabelNumbers {

        static Named inOrder(NavigableSet<String> labels) {
            SortedMap<String, Long> numbers = new TreeMap<>(CodePointOrder.ASCENDING);
            labels.forEach(label -> numbers.put(label, (long) numbers.size()));
            return new Named(numbers);
        }

        @Override
        public OptionalLong number(String label) {
            Long number = numbers.get(label);
            return number == null ? OptionalLong.empty() : OptionalLong.of(number);
        }

        @Override
        public String finding(String label) {
            return "label '" + label + "' is none of the " + numbers.size() + " labels of the training run";
        }

        @Override
        public String remedy() {
            return "Mend the label, or train again with rows of that label";
        }
    }
}
