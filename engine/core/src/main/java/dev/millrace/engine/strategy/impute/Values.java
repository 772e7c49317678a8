package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;
import dev.millrace.engine.stats.TextCounts;
import dev.millrace.engine.strategy.Holding;

import java.io.IOException;

/// What the first scan knows of a column's non-missing values. Which of the four it is depends on the values alone, and
/// for [Watched] on whether some shard was only watched.
sealed interface Values {

    default Holding holding(String column) {
        return switch (this) {
            case Texts(TextCounts counts) -> new Holding(column, counts.size(), counts.footprint());
            case Numbers(Measured measured) -> new Holding(column, measured.size(), measured.footprint());
            case Watched(), Others() -> new Holding(column, 0, 0);
        };
    }

    /// Writes which of the four it is, and what it holds.
    default void write(SummaryOutput out) throws IOException {
        switch (this) {
            case Texts(TextCounts counts) -> {
                out.count(0);
                counts.write(out);
            }
            case Numbers(Measured measured) -> {
                out.count(1);
                measured.write(out);
            }
            case Watched() -> out.count(2);
            case Others() -> out.count(3);
        }
    }

    /// Reads what was written.
    ///
    /// @param measure of the column, should it be numerical
    static Values read(SummaryInput in, Measure measure) throws IOException {
        return switch (in.count(3)) {
            case 0 -> new Texts(TextCounts.read(in));
            case 1 -> new Numbers(measure.read(in));
            case 2 -> new Watched();
            default -> new Others();
        };
    }

    /// Each distinct text, because they are few.
    record Texts(TextCounts counts) implements Values {}

    /// Many distinct texts, all of them numbers, with what the strategy for numerical columns needs.
    record Numbers(Measured measured) implements Values {}

    /// Many distinct texts, all of them numbers, some of which went by uncounted because no cell had been missing.
    record Watched() implements Values {}

    /// Many distinct texts, and not all of them numbers.
    record Others() implements Values {}
}
