package dev.millrace.lab.quality;

import dev.millrace.engine.stats.NumberCounts;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// How good the data of one column are.
///
/// @param outliers of a numerical column with finite numbers; null else
public record ColumnQuality(
        String table,
        String column,
        String type,
        long rows,
        long missing,
        double missingRatio,
        @Nullable Outliers outliers) {

    private static final double FENCE = 1.5;

    /// Numbers far from the middle half: beyond the quartiles by more than 1.5 times their distance (Tukey 1977).
    ///
    /// @param low numbers below are outliers
    /// @param high numbers above are outliers
    /// @param rate share of the finite numbers
    /// @param error most that the rate may be wrong by, as close numbers may have been counted together
    public record Outliers(
            double firstQuartile,
            double thirdQuartile,
            double low,
            double high,
            long count,
            double rate,
            double error) {}

    /// The columns of a table.
    public static List<ColumnQuality> of(TableFigures table) {
        return table.columns().stream().map(column -> of(table.name(), column)).toList();
    }

    private static ColumnQuality of(String table, ColumnFigures column) {
        return new ColumnQuality(
                table,
                column.name(),
                column.type(),
                column.rows(),
                column.missing(),
                column.missingRatio(),
                column.isNumerical() && column.moments().count() > 0 ? outliers(column) : null);
    }

    private static Outliers outliers(ColumnFigures column) {
        NumberCounts numbers = column.spread();
        double first = Spread.quantile(numbers, 0.25);
        double third = Spread.quantile(numbers, 0.75);
        double low = first - FENCE * (third - first);
        double high = third + FENCE * (third - first);
        long count = Spread.outside(numbers, low, high);
        // Each quartile is at most so much higher, which moves both fences.
        double firstDoubt = Spread.doubt(numbers, 0.25);
        double thirdDoubt = Spread.doubt(numbers, 0.75);
        long most = Spread.reachingOutside(numbers, low + (1 + FENCE) * firstDoubt, high - FENCE * firstDoubt);
        long least = Spread.whollyOutside(numbers, low - FENCE * thirdDoubt, high + (1 + FENCE) * thirdDoubt);
        double values = column.moments().count();
        double error = Math.max(most - count, count - least) / values;
        return new Outliers(first, third, low, high, count, count / values, numbers.isExact() ? 0 : error);
    }
}
