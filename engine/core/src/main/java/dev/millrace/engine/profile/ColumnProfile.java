package dev.millrace.engine.profile;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What is in one column.
///
/// @param name the column
/// @param type by the rule over all shards
/// @param rows all rows
/// @param missing rows whose cell is missing
/// @param distinct distinct non-missing values
/// @param distinctExact whether `distinct` is a count; else an estimate with a relative standard error of about 0.6 %
/// @param top the most frequent values, ties in code-point order; empty if there are too many distinct ones to count
/// @param range of a numerical column with a value; null else
/// @param quantiles of a numerical column with a finite number; null else
/// @param histogram of the finite numbers of such a column; null else
/// @param missingTokens the missing tokens that were found, the empty text among them, with their rows
/// @param numbers rows whose value is a number
/// @param firstUnusual the first value that is no number; null if there is none
public record ColumnProfile(
        String name,
        Type type,
        long rows,
        long missing,
        long distinct,
        boolean distinctExact,
        List<ValueCount> top,
        @Nullable NumberRange range,
        @Nullable Quantiles quantiles,
        @Nullable Histogram histogram,
        List<ValueCount> missingTokens,
        long numbers,
        @Nullable Unusual firstUnusual) {

    public ColumnProfile {
        top = List.copyOf(top);
        missingTokens = List.copyOf(missingTokens);
    }

    /// The type of a column.
    public enum Type {
        /// Every non-missing value is a number.
        NUMERICAL,
        /// Fewer than a tenth of the non-missing values are distinct, or all are `True` or `False`.
        CATEGORICAL,
        /// Anything else.
        TEXT,
        /// There is no value to tell by.
        EMPTY
    }

    /// A value and how many rows have it.
    public record ValueCount(String value, long rows) {}

    /// The range of a column of numbers.
    ///
    /// @param standardDeviation of the sample, divisor n − 1
    public record NumberRange(double min, double max, double mean, double standardDeviation) {}
}
