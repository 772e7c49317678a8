package dev.millrace.lab.quality;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How two parts of the data differ, column by column. Columns of texts that hardly ever come again are left out: all
/// of them would differ.
///
/// @param from what the other is compared with, such as `train`
/// @param schema what is wrong with the other's columns, in words; empty if nothing
public record Drift(String from, String to, List<String> schema, List<ColumnDrift> columns) {

    /// Added to a share of 0, whose logarithm there is not, as is usual for this index.
    private static final double LEAST_SHARE = 1e-4;

    public Drift {
        schema = List.copyOf(schema);
        columns = List.copyOf(columns);
    }

    /// How one column differs. Figures of the other type are null.
    ///
    /// @param ks distance of Kolmogorov and Smirnov of numbers, 0 to 1
    /// @param ksError most that it may be wrong by, as close numbers may have been counted together
    /// @param meanShift difference of the means in standard deviations of the first; null if that is 0
    /// @param l1 sum of the differences of the shares of categories, 0 to 2
    /// @param psi population stability index of categories: Σ (q − p) · ln(q / p) (Siddiqi 2006)
    /// @param missingShift difference of the shares of missing cells
    public record ColumnDrift(
            String column,
            String type,
            @Nullable Double ks,
            @Nullable Double ksError,
            @Nullable Double meanShift,
            @Nullable Double l1,
            @Nullable Double psi,
            double missingShift,
            Level level) {}

    /// How much that is: of categories by the usual thresholds of the index, 0.1 and 0.25; of numbers by a distance of
    /// 0.1 and 0.2.
    public enum Level {
        STABLE,
        MODERATE,
        LARGE
    }

    /// Compares two tables.
    public static Drift between(TableFigures from, TableFigures to) {
        List<String> schema = new ArrayList<>();
        List<ColumnDrift> columns = new ArrayList<>();
        for (ColumnFigures first : from.columns()) {
            Optional<ColumnFigures> second = to.column(first.name());
            if (second.isEmpty()) {
                schema.add("'%s' is missing in %s".formatted(first.name(), to.name()));
            } else if (hasValues(first, second.get()) && first.isNumerical() != second.get().isNumerical()) {
                schema.add(
                        "'%s' is %s in %s but %s in %s"
                                .formatted(first.name(), first.type(), from.name(), second.get().type(), to.name()));
            } else if (hasValues(first, second.get()) && (first.isNumerical() || first.isCategorical())) {
                columns.add(first.isNumerical() ? numbers(first, second.get()) : categories(first, second.get()));
            }
        }
        to.columns().stream()
                .filter(second -> from.column(second.name()).isEmpty())
                .forEach(second -> schema.add("'%s' is only in %s".formatted(second.name(), to.name())));
        return new Drift(from.name(), to.name(), schema, columns);
    }

    /// Without a column, such as one that was divided by.
    Drift without(String column) {
        return new Drift(from, to, schema, columns.stream().filter(each -> !each.column().equals(column)).toList());
    }

    private static boolean hasValues(ColumnFigures first, ColumnFigures second) {
        return first.rows() > first.missing() && second.rows() > second.missing();
    }

    private static ColumnDrift numbers(ColumnFigures first, ColumnFigures second) {
        double distance = Spread.distance(first.spread(), second.spread());
        double deviation = first.moments().standardDeviation();
        double shift = (second.moments().mean() - first.moments().mean()) / deviation;
        return new ColumnDrift(
                first.name(),
                first.type(),
                Double.isNaN(distance) ? null : distance,
                Math.min(1, Spread.coarseness(first.spread()) + Spread.coarseness(second.spread())),
                Double.isFinite(shift) ? shift : null,
                null,
                null,
                second.missingRatio() - first.missingRatio(),
                level(distance, 0.1, 0.2));
    }

    private static ColumnDrift categories(ColumnFigures first, ColumnFigures second) {
        Set<String> values = new TreeSet<>(first.categories().keySet());
        values.addAll(second.categories().keySet());
        double l1 = term(first.others(), first, second.others(), second);
        double psi = stability(first.others(), first, second.others(), second);
        for (String value : values) {
            long rowsOfFirst = rows(first.categories(), value);
            long rowsOfSecond = rows(second.categories(), value);
            l1 += term(rowsOfFirst, first, rowsOfSecond, second);
            psi += stability(rowsOfFirst, first, rowsOfSecond, second);
        }
        return new ColumnDrift(
                first.name(),
                first.type(),
                null,
                null,
                null,
                l1,
                psi,
                second.missingRatio() - first.missingRatio(),
                level(psi, 0.1, 0.25));
    }

    private static long rows(Map<String, Long> counts, String value) {
        return counts.getOrDefault(value, 0L);
    }

    private static double share(long rows, ColumnFigures column) {
        return (double) rows / (column.rows() - column.missing());
    }

    private static double term(long rowsOfFirst, ColumnFigures first, long rowsOfSecond, ColumnFigures second) {
        return Math.abs(share(rowsOfFirst, first) - share(rowsOfSecond, second));
    }

    private static double stability(long rowsOfFirst, ColumnFigures first, long rowsOfSecond, ColumnFigures second) {
        double p = Math.max(LEAST_SHARE, share(rowsOfFirst, first));
        double q = Math.max(LEAST_SHARE, share(rowsOfSecond, second));
        return (q - p) * Math.log(q / p);
    }

    private static Level level(double figure, double moderate, double large) {
        return figure >= large ? Level.LARGE : figure >= moderate ? Level.MODERATE : Level.STABLE;
    }
}
