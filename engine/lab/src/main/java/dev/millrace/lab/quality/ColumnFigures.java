package dev.millrace.lab.quality;

import dev.millrace.engine.stats.Moments;
import dev.millrace.engine.stats.NumberCounts;

import java.util.Map;

/// What was counted of one column.
///
/// @param type `numerical` if every value is a number, else `categorical` if fewer than a tenth of the values are
///   distinct, else `text`; `empty` if there is no value
/// @param categories rows of each value, as far as there was room
/// @param others rows of values beyond those
/// @param moments of the finite numbers
/// @param spread how often each finite number occurs
public record ColumnFigures(
        String name,
        String type,
        long rows,
        long missing,
        Map<String, Long> categories,
        long others,
        Moments moments,
        NumberCounts spread) {

    /// The type of a column of numbers only.
    public static final String NUMERICAL = "numerical";

    /// The type of a column of values that come again and again.
    public static final String CATEGORICAL = "categorical";

    /// The type of a column of values that hardly ever come again, such as names.
    public static final String TEXT = "text";

    /// The type of a column without values.
    public static final String EMPTY = "empty";

    public boolean isNumerical() {
        return type.equals(NUMERICAL);
    }

    public boolean isCategorical() {
        return type.equals(CATEGORICAL);
    }

    public double missingRatio() {
        return rows == 0 ? 0 : (double) missing / rows;
    }
}
