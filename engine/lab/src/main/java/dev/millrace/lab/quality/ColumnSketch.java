package dev.millrace.lab.quality;

import dev.millrace.engine.block.Column;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.stats.Moments;
import dev.millrace.engine.stats.NumberCounts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/// Counts one column, block by block, in bounded memory. Used by one thread.
final class ColumnSketch {

    /// Most values that are told apart.
    static final int MOST_CATEGORIES = 4096;

    /// Most groups of close numbers.
    static final int MOST_GROUPS = 1 << 14;

    private static final double CATEGORICAL_SHARE = 0.1;

    /// Every row.
    static final IntPredicate ALL = _ -> true;

    private final String name;
    private final Categories categories;
    private final Moments.Collector moments = new Moments.Collector();
    private final NumberCounts.Collector spread = new NumberCounts.Collector(MOST_GROUPS);
    private long[] counts = new long[64];
    private int[] codes = new int[0];
    private long rows;
    private long missing;
    private long others;
    private long numbers;

    ColumnSketch(String name, MissingTokens missing) {
        this.name = name;
        this.categories = new Categories(missing.bytes(), MOST_CATEGORIES);
    }

    /// Takes in some rows of a block.
    void add(Column column, int blockRows, IntPredicate chosen) {
        if (codes.length < blockRows) {
            codes = new int[blockRows];
        }
        column.encode(categories, codes);
        if (counts.length < categories.size()) {
            counts = Arrays.copyOf(counts, categories.size() * 2);
        }
        for (int row = 0; row < blockRows; row++) {
            if (chosen.test(row)) {
                rows++;
                addValue(codes[row], column, row);
            }
        }
    }

    private void addValue(int code, Column column, int row) {
        if (code == Categories.MISSING) {
            missing++;
            return;
        }
        if (code == Categories.FULL) {
            others++;
        } else {
            counts[code]++;
        }
        double number = column.number(row);
        if (!Double.isNaN(number)) {
            numbers++;
        }
        if (Double.isFinite(number)) {
            moments.add(number);
            spread.add(NumberCounts.key(number), 1);
        }
    }

    ColumnFigures figures() {
        Map<String, Long> values = new TreeMap<>();
        for (int code = 0; code < categories.size(); code++) {
            if (counts[code] > 0) {
                values.put(new String(categories.bytes(code), StandardCharsets.UTF_8), counts[code]);
            }
        }
        return new ColumnFigures(
                name, type(values.size()), rows, missing, values, others, moments.moments(), spread.counts());
    }

    private String type(int distinct) {
        long present = rows - missing;
        if (present == 0) {
            return ColumnFigures.EMPTY;
        }
        if (numbers == present) {
            return ColumnFigures.NUMERICAL;
        }
        boolean comesAgain = others == 0 && distinct < CATEGORICAL_SHARE * present;
        return comesAgain ? ColumnFigures.CATEGORICAL : ColumnFigures.TEXT;
    }
}
