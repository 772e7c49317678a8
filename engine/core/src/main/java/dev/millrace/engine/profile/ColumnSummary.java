package dev.millrace.engine.profile;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;

import dev.millrace.engine.profile.ColumnProfile.NumberRange;
import dev.millrace.engine.profile.ColumnProfile.ValueCount;
import dev.millrace.engine.stats.CodePointOrder;
import dev.millrace.engine.stats.DistinctValues;
import dev.millrace.engine.stats.Moments;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was found in one column of some rows.
///
/// @param rows all rows
/// @param missing rows whose cell is missing
/// @param numbers rows whose value is a number, infinities included
/// @param booleans rows whose value is `True` or `False`
/// @param moments of the finite numbers
/// @param min smallest number; +∞ if there is none
/// @param max largest number; −∞ if there is none
/// @param counts rows of each value; null once there are more than [#MOST_COUNTED]
/// @param sketch of the distinct values (UltraLogLog: Ertl 2024)
public record ColumnSummary(
        long rows,
        long missing,
        long numbers,
        long booleans,
        Moments moments,
        double min,
        double max,
        @Nullable Map<String, Long> counts,
        UltraLogLog sketch) {

    static final int MOST_COUNTED = 1 << 16;

    private static final int TOP = 10;
    private static final double CATEGORICAL_SHARE = 0.1;

    ColumnSummary plus(ColumnSummary other) {
        return new ColumnSummary(
                rows + other.rows,
                missing + other.missing,
                numbers + other.numbers,
                booleans + other.booleans,
                moments.plus(other.moments),
                Math.min(min, other.min),
                Math.max(max, other.max),
                sum(counts, other.counts),
                UltraLogLog.merge(sketch, other.sketch));
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
        long values = rows - missing;
        boolean numerical = numbers == values;
        long distinct = counts == null ? Math.round(sketch.getDistinctCountEstimate()) : distinct(counts);
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
        return new ColumnProfile(name, type, rows, missing, distinct, counts != null, top(), range);
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
