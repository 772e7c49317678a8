package dev.millrace.engine.profile;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.stats.CodePointOrder;
import dev.millrace.engine.stats.Moments;
import dev.millrace.engine.stats.Numbers;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Collects one column of one shard. Values are counted by code as long as there are few; each text is looked at once.
/// Values beyond that are looked at row by row.
final class ColumnCollector {

    private static final int SKETCH_PRECISION = 14;

    private final int position;
    private final Categories categories;
    private final Hasher64 hasher = Hashing.xxh3_64();
    private final UltraLogLog sketch = UltraLogLog.create(SKETCH_PRECISION);
    private final Moments.Collector uncounted = new Moments.Collector();
    private long[] rowsOfCode = new long[64];
    private int[] codes = new int[0];
    private long rows;
    private long missing;
    private long numbers;
    private long booleans;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private boolean tooManyValues;

    ColumnCollector(int position, List<byte[]> missingTokens) {
        this.position = position;
        this.categories = new Categories(missingTokens, ColumnSummary.MOST_COUNTED);
    }

    void add(Block block) {
        if (codes.length < block.rows()) {
            codes = new int[block.rows()];
        }
        Column column = block.column(position);
        column.encode(categories, codes);
        if (rowsOfCode.length < categories.size()) {
            rowsOfCode = Arrays.copyOf(rowsOfCode, categories.size() * 2);
        }
        for (int row = 0; row < block.rows(); row++) {
            int code = codes[row];
            if (code >= 0) {
                rowsOfCode[code]++;
            } else if (code == Categories.MISSING) {
                missing++;
            } else {
                tooManyValues = true;
                double number = take(column.text(row), 1);
                if (Double.isFinite(number)) {
                    uncounted.add(number);
                }
            }
        }
        rows += block.rows();
    }

    /// After the last block, once.
    ColumnSummary summary() {
        Map<String, Long> counts = new TreeMap<>(CodePointOrder.ASCENDING);
        Moments moments = uncounted.moments();
        for (int code = 0; code < categories.size(); code++) {
            String text = new String(categories.bytes(code), StandardCharsets.UTF_8);
            counts.put(text, rowsOfCode[code]);
            double number = take(text, rowsOfCode[code]);
            if (Double.isFinite(number)) {
                moments = moments.plus(repeated(number, rowsOfCode[code]));
            }
        }
        return new ColumnSummary(
                rows, missing, numbers, booleans, moments, min, max, tooManyValues ? null : counts, sketch);
    }

    /// Takes in a value of some rows and gives it as a number, NaN if it is none.
    private double take(String text, long rowsOfText) {
        sketch.add(hasher.hashCharsToLong(text));
        double number = Numbers.parse(text);
        if (!Double.isNaN(number)) {
            numbers += rowsOfText;
            min = Math.min(min, number);
            max = Math.max(max, number);
        } else if (text.equals("True") || text.equals("False")) {
            booleans += rowsOfText;
        }
        return number;
    }

    private static Moments repeated(double number, long times) {
        Moments.Collector once = new Moments.Collector();
        once.add(number);
        Moments one = once.moments();
        BigInteger factor = BigInteger.valueOf(times);
        return new Moments(times, one.sum().multiply(factor), one.squares().multiply(factor));
    }
}
