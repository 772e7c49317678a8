package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.stats.TextCounts;

/// What the first scan knows of a column's non-missing values. Which of the four it is depends on the values alone, and
/// for [Watched] on whether some shard was only watched.
sealed interface Values {

    /// Each distinct text, because they are few.
    record Texts(TextCounts counts) implements Values {}

    /// Many distinct texts, all of them numbers, with what the strategy for numerical columns needs.
    record Numbers(Measured measured) implements Values {}

    /// Many distinct texts, all of them numbers, some of which went by uncounted because no cell had been missing.
    record Watched() implements Values {}

    /// Many distinct texts, and not all of them numbers.
    record Others() implements Values {}
}
