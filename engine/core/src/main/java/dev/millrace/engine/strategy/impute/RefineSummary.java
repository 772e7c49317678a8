package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.stats.TextCounts;

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

        /// All distinct texts.
        record Texts(TextCounts counts) implements Finding {}

        /// More distinct texts than can be counted.
        record TooManyTexts() implements Finding {}

        record Numbers(Measured measured) implements Finding {}
    }
}
