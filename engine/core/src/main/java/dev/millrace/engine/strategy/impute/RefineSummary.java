package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;
import dev.millrace.engine.stats.TextCounts;
import dev.millrace.engine.strategy.Holding;

import java.io.IOException;
import java.util.List;

/// What a further scan learns of some rows.
///
/// @param columns one for each column that is scanned for
record RefineSummary(List<Finding> columns) {

    RefineSummary {
        columns = List.copyOf(columns);
    }

    /// What is learned of one column.
    sealed interface Finding {

        default Holding holding(String column) {
            return switch (this) {
                case Texts(TextCounts counts) -> new Holding(column, counts.size(), counts.footprint());
                case TooManyTexts() -> new Holding(column, 0, 0);
                case Numbers(Measured measured) -> new Holding(column, measured.size(), measured.footprint());
            };
        }

        default void write(SummaryOutput out) throws IOException {
            switch (this) {
                case Texts(TextCounts counts) -> {
                    out.flag(true);
                    counts.write(out);
                }
                case TooManyTexts() -> out.flag(false);
                case Numbers(Measured measured) -> measured.write(out);
            }
        }

        /// Reads what is learned of a column that is scanned for its texts.
        static Finding readTexts(SummaryInput in) throws IOException {
            return in.flag() ? new Texts(TextCounts.read(in)) : new TooManyTexts();
        }

        /// All distinct texts.
        record Texts(TextCounts counts) implements Finding {}

        /// More distinct texts than can be counted.
        record TooManyTexts() implements Finding {}

        record Numbers(Measured measured) implements Finding {}
    }
}
