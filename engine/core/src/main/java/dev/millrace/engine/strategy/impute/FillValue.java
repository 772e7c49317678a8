package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.block.Replacements;
import dev.millrace.engine.stats.Numbers;

/// What is written into the missing cells of a column.
sealed interface FillValue {

    /// As it is written into texts.
    String text();

    /// As it is written into a JSON document; an infinity, for which JSON has no number, as text.
    Object json();

    /// As it is written into a pickle.
    Object python();

    ColumnChange change();

    /// A list of this value only.
    Replacements replacements();

    record Numeric(double value) implements FillValue {

        @Override
        public String text() {
            return Numbers.text(value);
        }

        @Override
        public Object json() {
            return Double.isInfinite(value) ? text() : value;
        }

        @Override
        public Object python() {
            return value;
        }

        @Override
        public ColumnChange change() {
            return ColumnChange.SOME_NUMBERS;
        }

        @Override
        public Replacements replacements() {
            return Replacements.ofNumbers(value);
        }
    }

    record Text(String text) implements FillValue {

        @Override
        public Object json() {
            return text;
        }

        @Override
        public Object python() {
            return text;
        }

        @Override
        public ColumnChange change() {
            return ColumnChange.TEXTS;
        }

        @Override
        public Replacements replacements() {
            Replacements replacements = new Replacements();
            replacements.addText(text);
            return replacements;
        }
    }
}
