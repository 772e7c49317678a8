package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.stats.TextCounts;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.impute.ProfileSummary.ColumnProfile;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Profiles one column of one shard. Counts distinct texts while they are few. Once they are many, numbers are measured
/// without making texts of them, and of anything else only the missing cells are counted. A column without a missing
/// cell until then is unlikely to need a value, so its numbers are not even measured, and for such a column, and for
/// one whose numbers are only added up, a glance at few texts is enough.
final class ColumnProfiler {

    private static final int OFFSET = -Categories.FULL; // of code 0 among the counts: FULL, MISSING, 0, 1 …

    private enum Stage {
        COUNT_TEXTS,
        MEASURE_NUMBERS,
        WATCH_NUMBERS,
        WATCH_OTHERS
    }

    private final Candidate candidate;
    private final Limits limits;
    private final Categories missingOnly;
    private final Measure.Collector numbers;

    private Stage stage = Stage.COUNT_TEXTS;
    private Categories dictionary; // let go of once texts are many
    private long[] counts = new long[64];
    private boolean glancing = true;
    private long missing;
    private int known; // categories that were searched for an example
    private @Nullable Example example;

    ColumnProfiler(Candidate candidate, Subject subject, Limits limits) {
        this.candidate = candidate;
        this.limits = limits;
        this.dictionary = new Categories(subject.missing().bytes(), limits.glance());
        this.missingOnly = new Categories(subject.missing().bytes(), 0);
        this.numbers = measure(candidate, limits).collector();
    }

    /// What has to be known of a column if it should be numerical.
    static Measure measure(Candidate candidate, Limits limits) {
        return Measure.of(candidate.filling(ColumnType.NUMERICAL).chosen(), limits.numbers());
    }

    /// Takes in rows.
    ///
    /// @param codes overwritten; at least as long as the block has rows
    void add(Block block, int[] codes) {
        Column column = block.column(candidate.position());
        if (stage != Stage.COUNT_TEXTS) {
            column.encode(missingOnly, codes);
            watch(block, column, codes, false);
            return;
        }
        column.encode(dictionary, codes);
        int full = firstFull(block.rows(), codes);
        boolean anyMissing = full >= 0 && isAnyMissing(full, codes);
        if (full >= 0 && glancing && isWorthCounting(anyMissing)) {
            glancing = false;
            dictionary.enlarge(limits.texts());
            column.encode(dictionary, codes);
            full = firstFull(block.rows(), codes);
        }
        searchExample(block, column, codes);
        count(block.rows(), codes);
        if (full >= 0) {
            leaveTexts(anyMissing);
            watch(block, column, codes, true);
        } else if (dictionary.bytesHeld() > limits.textBytes()) {
            leaveTexts(false);
        }
    }

    /// The first row whose text found no room, -1 if all did.
    private static int firstFull(int rows, int[] codes) {
        for (int row = 0; row < rows; row++) {
            if (codes[row] == Categories.FULL) {
                return row;
            }
        }
        return -1;
    }

    /// Whether a cell is missing above a row, in this block or an earlier one.
    private boolean isAnyMissing(int row, int[] codes) {
        for (int above = 0; above < row; above++) {
            if (codes[above] == Categories.MISSING) {
                return true;
            }
        }
        return missing > 0;
    }

    /// Whether counting more texts may spare another scan.
    private boolean isWorthCounting(boolean anyMissing) {
        return anyMissing && (!allNumbers() || measure(candidate, limits) instanceof Measure.Counts);
    }

    private void count(int rows, int[] codes) {
        if (counts.length < dictionary.size() + OFFSET) {
            counts = Arrays.copyOf(counts, (dictionary.size() + OFFSET) * 2);
        }
        for (int row = 0; row < rows; row++) {
            counts[codes[row] + OFFSET]++;
        }
        missing = counts[Categories.MISSING + OFFSET];
    }

    /// @param anyMissing whether a cell was missing before the first text that found no room
    private void leaveTexts(boolean anyMissing) {
        if (!allNumbers()) {
            stage = Stage.WATCH_OTHERS;
        } else if (anyMissing && dictionary.bytesHeld() <= limits.textBytes()) {
            stage = Stage.MEASURE_NUMBERS;
            for (int code = 0; code < dictionary.size(); code++) {
                numbers.add(dictionary.number(code), counts[code + OFFSET]);
            }
        } else {
            stage = Stage.WATCH_NUMBERS;
        }
        counts = new long[0];
        dictionary = missingOnly;
    }

    private boolean allNumbers() {
        for (int code = 0; code < dictionary.size(); code++) {
            if (Double.isNaN(dictionary.number(code))) {
                return false;
            }
        }
        return true;
    }

    /// @param fullOnly whether all but the texts that found no room is counted already
    private void watch(Block block, Column column, int[] codes, boolean fullOnly) {
        for (int row = 0; row < block.rows(); row++) {
            if (codes[row] == Categories.MISSING) {
                missing += fullOnly ? 0 : 1;
            } else if (stage != Stage.WATCH_OTHERS && (!fullOnly || codes[row] == Categories.FULL)) {
                double number = column.number(row);
                if (Double.isNaN(number)) {
                    stage = Stage.WATCH_OTHERS;
                    keepExample(block, column, row);
                } else if (stage == Stage.MEASURE_NUMBERS) {
                    numbers.add(number, 1);
                }
            }
        }
    }

    private void searchExample(Block block, Column column, int[] codes) {
        if (!candidate.mustBeNumerical() || example != null) {
            return;
        }
        for (; known < dictionary.size(); known++) {
            if (Double.isNaN(dictionary.number(known))) {
                int row = 0;
                while (codes[row] != known) {
                    row++;
                }
                keepExample(block, column, row);
                return;
            }
        }
    }

    private void keepExample(Block block, Column column, int row) {
        if (candidate.mustBeNumerical() && example == null) {
            example = Example.of(column.text(row), block.place(row));
        }
    }

    ColumnProfile profile() {
        Values values =
                switch (stage) {
                    case COUNT_TEXTS -> new Values.Texts(TextCounts.of(dictionary, counts, OFFSET));
                    case MEASURE_NUMBERS -> new Values.Numbers(numbers.measured());
                    case WATCH_NUMBERS -> new Values.Watched();
                    case WATCH_OTHERS -> new Values.Others();
                };
        return new ColumnProfile(missing, values, example);
    }
}
