package dev.millrace.engine.profile;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hashing;

import dev.millrace.engine.profile.ColumnProfile.NumberRange;
import dev.millrace.engine.profile.ColumnProfile.ValueCount;
import dev.millrace.engine.stats.CodePointOrder;
import dev.millrace.engine.stats.DistinctValues;
import dev.millrace.engine.stats.Moments;
import dev.millrace.engine.stats.NumberCounts;
import dev.millrace.engine.stats.Numbers;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What was found in one column of some rows.
///
/// @param rows all rows
/// @param missing rows of each missing token, the empty text first
/// @param numbers rows whose value is a number, infinities included
/// @param booleans rows whose value is `True` or `False`
/// @param moments of the finite numbers
/// @param min smallest number; +∞ if there is none
/// @param max largest number; −∞ if there is none
/// @param spread how often each finite number occurs
/// @param counts rows of each value; null once there are more than [#MOST_COUNTED]
/// @param sketch of the distinct values when they are not counted (UltraLogLog: Ertl 2024)
/// @param firstUnusual the first value that is no number; null if there is none
public record ColumnSummary(
        long rows,
        List<ValueCount> missing,
        long numbers,
        long booleans,
        Moments moments,
        double min,
        double max,
        NumberCounts spread,
        @Nullable Map<String, Long> counts,
        @Nullable UltraLogLog sketch,
        @Nullable Unusual firstUnusual) {

    static final int MOST_COUNTED = 1 << 16;
    static final int MOST_NUMBERS = 1 << 14;

    private static final int SKETCH_PRECISION = 14;
    private static final int TOP = 10;
    private static final double CATEGORICAL_SHARE = 0.1;

    public ColumnSummary {
        missing = List.copyOf(missing);
    }

    ColumnSummary plus(ColumnSummary other) {
        Map<String, Long> counted = sum(counts, other.counts);
        return new ColumnSummary(
                rows + other.rows,
                sum(missing, other.missing),
                numbers + other.numbers,
                booleans + other.booleans,
                moments.plus(other.moments),
                Math.min(min, other.min),
                Math.max(max, other.max),
                spread.plus(other.spread),
                counted,
                counted == null ? UltraLogLog.merge(sketched(), other.sketched()) : null,
                firstUnusual == null ? other.firstUnusual : firstUnusual);
    }

    static UltraLogLog newSketch() {
        return UltraLogLog.create(SKETCH_PRECISION);
    }

    static void add(UltraLogLog sketch, String value) {
        sketch.add(Hashing.xxh3_64().hashCharsToLong(value));
    }

    static UltraLogLog with(UltraLogLog sketch, Collection<String> values) {
        values.forEach(value -> add(sketch, value));
        return sketch;
    }

    private UltraLogLog sketched() {
        return sketch != null ? sketch : with(newSketch(), counts == null ? Set.of() : counts.keySet());
    }

    private static List<ValueCount> sum(List<ValueCount> left, List<ValueCount> right) {
        List<ValueCount> sums = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            sums.add(new ValueCount(left.get(i).value(), left.get(i).rows() + right.get(i).rows()));
        }
        return sums;
    }

    private static @Nullable Map<String, Long> sum(
            @Nullable Map<String, Long> left, @Nullable Map<String, Long> right) {
        if (left == null || right == null) {
            return null;
        }
        Map<String, Long> sum = new TreeMap<>(CodePointOrder.ASCENDING);
        sum.putAll(left);
        right.forEach((value, count) -> sum.merge(value, count, Long::sum));
        return sum.size() <= MOST_COUNTED ? sum : null;
    }

    ColumnProfile profile(String name) {
        long values = rows - missing.stream().mapToLong(ValueCount::rows).sum();
        boolean numerical = numbers == values;
        long distinct = counts == null ? Math.round(sketched().getDistinctCountEstimate()) : distinct(counts);
        ColumnProfile.Type type;
        if (values == 0) {
            type = ColumnProfile.Type.EMPTY;
        } else if (numerical) {
            type = ColumnProfile.Type.NUMERICAL;
        } else {
            boolean repeating = booleans == values || distinct < CATEGORICAL_SHARE * values;
            type = repeating ? ColumnProfile.Type.CATEGORICAL : ColumnProfile.Type.TEXT;
        }
        NumberRange range =
                type == ColumnProfile.Type.NUMERICAL
                        ? new NumberRange(min, max, moments.mean(), moments.standardDeviation())
                        : null;
        return new ColumnProfile(
                name,
                type,
                rows,
                rows - values,
                distinct,
                counts != null,
                top(),
                range,
                range == null ? null : quantiles(),
                range == null || spread.groups() == 0 ? null : Histogram.of(finite()),
                missing.stream().filter(token -> token.rows() > 0).toList(),
                numbers,
                firstUnusual);
    }

    private @Nullable Quantiles quantiles() {
        return spread.groups() == 0 ? null : finite().quantiles();
    }

    /// Number by number if the values are counted, else in groups of close ones.
    private NumberSpread finite() {
        double least = Double.isFinite(min) ? min : spread.least(0);
        double greatest = Double.isFinite(max) ? max : spread.least(spread.groups() - 1);
        return new NumberSpread(counts == null ? spread : counted(counts), least, greatest);
    }

    private static NumberCounts counted(Map<String, Long> counts) {
        NumberCounts.Collector collector = new NumberCounts.Collector(MOST_COUNTED);
        counts.forEach((value, rows) -> {
            double number = Numbers.parse(value);
            if (Double.isFinite(number)) {
                collector.add(NumberCounts.key(number), rows);
            }
        });
        return collector.counts();
    }

    /// Numbers as numbers: `1` and `1.0` are one value.
    private static long distinct(Map<String, Long> counts) {
        DistinctValues values = new DistinctValues();
        counts.keySet().forEach(values::add);
        return values.size();
    }

    private List<ValueCount> top() {
        if (counts == null) {
            return List.of();
        }
        return counts.entrySet().stream()
                .map(entry -> new ValueCount(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingLong(ValueCount::rows)
                                .reversed()
                                .thenComparing(ValueCount::value, CodePointOrder.ASCENDING))
                .limit(TOP)
                .toList();
    }
}
