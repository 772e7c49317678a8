package dev.millrace.engine.strategy.sample;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.stats.CodePointOrder;
import dev.millrace.engine.stats.Moments;
import dev.millrace.engine.strategy.CategoryTexts;
import dev.millrace.engine.strategy.Subject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts rows of one shard in one split by stratum, and takes the moments of another column in each.
final class StrataFit {

    /// How many strata there may be.
    static final int MOST_STRATA = 1 << 14;

    private static final double LARGEST = 1e150; // whose square is finite

    private final String strataColumn;
    private final @Nullable String varianceColumn;
    private final Subject subject;
    private final CategoryTexts strata;
    private final Categories missingValues; // only tells missing values from others
    private final List<Moments.Collector> moments = new ArrayList<>();
    private long[] rows = new long[64];
    private long missing;
    private int[] codes = new int[0];
    private int[] values = new int[0];

    StrataFit(String strataColumn, @Nullable String varianceColumn, Subject subject) {
        this.strataColumn = strataColumn;
        this.varianceColumn = varianceColumn;
        this.subject = subject;
        this.strata = new CategoryTexts(strataColumn, new Categories(subject.missing().bytes(), MOST_STRATA));
        this.missingValues = new Categories(subject.missing().bytes(), 0);
    }

    void add(Block block) {
        if (codes.length < block.rows()) {
            codes = new int[block.rows()];
            values = new int[block.rows()];
        }
        strata.encode(block, subject.schema().position(strataColumn), codes);
        if (rows.length < strata.size()) {
            rows = Arrays.copyOf(rows, strata.size() * 2);
        }
        for (int row = 0; row < block.rows(); row++) {
            int code = codes[row];
            if (code == Categories.FULL) {
                throw tooManyStrata(block.place(row), strataColumn);
            }
            if (code == Categories.MISSING) {
                missing++;
            } else {
                rows[code]++;
            }
        }
        if (varianceColumn != null) {
            addMoments(block, varianceColumn);
        }
    }

    private void addMoments(Block block, String name) {
        while (moments.size() < strata.size()) {
            moments.add(new Moments.Collector());
        }
        Column column = block.column(subject.schema().position(name));
        column.encode(missingValues, values);
        for (int row = 0; row < block.rows(); row++) {
            if (codes[row] >= 0 && values[row] != Categories.MISSING) {
                double number = column.number(row);
                if (!(Math.abs(number) <= LARGEST)) {
                    throw noNumber(block, row, name, column.text(row));
                }
                moments.get(codes[row]).add(number);
            }
        }
    }

    SortedMap<String, Long> rows() {
        SortedMap<String, Long> counts = new TreeMap<>(CodePointOrder.ASCENDING);
        for (int code = 0; code < strata.size(); code++) {
            counts.put(strata.text(code), rows[code]);
        }
        return counts;
    }

    long missing() {
        return missing;
    }

    SortedMap<String, Moments> moments() {
        SortedMap<String, Moments> taken = new TreeMap<>(CodePointOrder.ASCENDING);
        for (int code = 0; code < moments.size(); code++) {
            taken.put(strata.text(code), moments.get(code).moments());
        }
        return taken;
    }

    static DataException tooManyStrata(Place place, String column) {
        return new DataException(
                new Problem(
                        place.inColumn(column),
                        "the strata column has more than " + MOST_STRATA + " distinct values",
                        "Name a column with few values in strataColumn"));
    }

    private static DataException noNumber(Block block, int row, String column, String text) {
        return new DataException(
                new Problem(
                        block.place(row).inColumn(column),
                        "'" + text + "' is no number of which a variance can be taken (within ±1e150)",
                        "Name a numerical column in varianceColumn, or mend the value"));
    }
}
