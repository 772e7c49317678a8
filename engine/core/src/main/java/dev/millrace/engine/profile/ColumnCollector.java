package dev.millrace.engine.profile;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.stats.CodePointOrder;
import dev.millrace.engine.stats.Moments;
import dev.millrace.engine.stats.NumberCounts;
import dev.millrace.engine.stats.Numbers;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Collects one column of one shard. Values are counted by code as long as there are few; each text is looked at once.
/// Values beyond that are looked at row by row. Missing tokens have the first codes, so that each is counted too.
final class ColumnCollector {

    private final int position;
    private final List<String> missingTokens;
    private final Categories categories;
    private final Moments.Collector uncounted = new Moments.Collector();
    private final NumberCounts.Collector spread = new NumberCounts.Collector(ColumnSummary.MOST_NUMBERS);
    private long[] rowsOfCode = new long[64];
    private int[] codes = new int[0];
    private int looked; // codes below this were looked at
    private long rows;
    private long empty;
    private long numbers;
    private long booleans;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private @Nullable UltraLogLog sketch; // once there are too many values to count
    private @Nullable Unusual firstUnusual;

    ColumnCollector(int position, List<String> missingTokens) {
        this.position = position;
        this.missingTokens = missingTokens.stream().filter(token -> !token.isEmpty()).distinct().toList();
        categories = new Categories(List.of(), ColumnSummary.MOST_COUNTED + this.missingTokens.size());
        for (String token : this.missingTokens) {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            categories.codeOf(bytes, 0, bytes.length);
        }
        looked = this.missingTokens.size();
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
        if (firstUnusual == null && looked < categories.size()) {
            lookForUnusual(block);
        }
        for (int row = 0; row < block.rows(); row++) {
            int code = codes[row];
            if (code >= 0) {
                rowsOfCode[code]++;
            } else if (code == Categories.MISSING) {
                empty++;
            } else {
                addUncounted(block, column, row);
            }
        }
        rows += block.rows();
    }

    /// The first row of the block whose value is new and no number.
    private void lookForUnusual(Block block) {
        for (; looked < categories.size() && firstUnusual == null; looked++) {
            if (Double.isNaN(categories.number(looked))) {
                int row = 0;
                while (codes[row] != looked) {
                    row++;
                }
                firstUnusual = new Unusual(text(looked), block.place(row));
            }
        }
    }

    private void addUncounted(Block block, Column column, int row) {
        String text = column.text(row);
        if (sketch == null) {
            sketch = ColumnSummary.newSketch();
        }
        ColumnSummary.add(sketch, text);
        double number = take(text, 1);
        if (Double.isFinite(number)) {
            uncounted.add(number);
        } else if (Double.isNaN(number) && firstUnusual == null) {
            firstUnusual = new Unusual(text, block.place(row));
        }
    }

    /// After the last block, once.
    ColumnSummary summary() {
        Map<String, Long> counts = new TreeMap<>(CodePointOrder.ASCENDING);
        Moments moments = uncounted.moments();
        int tokens = missingTokens.size();
        for (int code = tokens; code < categories.size(); code++) {
            String text = text(code);
            counts.put(text, rowsOfCode[code]);
            double number = take(text, rowsOfCode[code]);
            if (Double.isFinite(number)) {
                moments = moments.plus(repeated(number, rowsOfCode[code]));
            }
        }
        return new ColumnSummary(
                rows,
                missing(),
                numbers,
                booleans,
                moments,
                min,
                max,
                spread.counts(),
                sketch == null ? counts : null,
                sketch == null ? null : ColumnSummary.with(sketch, counts.keySet()),
                firstUnusual);
    }

    /// Rows of each missing token, of the empty text first.
    private List<ColumnProfile.ValueCount> missing() {
        List<ColumnProfile.ValueCount> found = new ArrayList<>();
        found.add(new ColumnProfile.ValueCount("", empty));
        for (int code = 0; code < missingTokens.size(); code++) {
            found.add(new ColumnProfile.ValueCount(missingTokens.get(code), rowsOfCode[code]));
        }
        return found;
    }

    private String text(int code) {
        return new String(categories.bytes(code), StandardCharsets.UTF_8);
    }

    /// Takes in a value of some rows and gives it as a number, NaN if it is none.
    private double take(String text, long rowsOfText) {
        double number = Numbers.parse(text);
        if (!Double.isNaN(number)) {
            numbers += rowsOfText;
            min = Math.min(min, number);
            max = Math.max(max, number);
            if (Double.isFinite(number)) {
                spread.add(NumberCounts.key(number), rowsOfText);
            }
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
