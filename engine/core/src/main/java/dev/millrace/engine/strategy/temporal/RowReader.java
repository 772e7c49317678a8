package dev.millrace.engine.strategy.temporal;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.strategy.Subject;

/// Reads the dates and groups of a shard's rows.
final class RowReader {

    private final String dateColumn;
    private final boolean strict;
    private final String accepted;
    private final TextFigures dates;
    private final GroupColumn groups;

    /// @param accepted the formats that a date may have, in words
    RowReader(TemporalSplitSettings settings, DateEvidence evidence, String accepted, Subject subject) {
        this.dateColumn = settings.dateColumn();
        this.strict = subject.strict();
        this.accepted = accepted;
        this.dates = new TextFigures(settings.dateColumn(), subject, evidence::of);
        this.groups = new GroupColumn(settings.groupColumn(), subject);
    }

    void read(Block block) {
        dates.read(block);
        groups.read(block);
    }

    boolean isDateMissing(int row) {
        return dates.isMissing(row);
    }

    boolean isGroupMissing(int row) {
        return groups.isMissing(row);
    }

    /// What a date tells; 0 if it is unreadable and bad rows are left out.
    ///
    /// @throws DataException if it is unreadable and bad rows are errors
    long evidence(Block block, int row) {
        long evidence = dates.of(row);
        if (evidence == 0 && strict) {
            throw new DataException(new Problem(block.place(row).inColumn(dateColumn), finding(row), remedy()));
        }
        return evidence;
    }

    Edits.Rejection rejection(int row) {
        return new Edits.Rejection(row, dateColumn, finding(row), remedy());
    }

    String dateText(int row) {
        return dates.text(row);
    }

    /// The hash that stands for a row's group.
    long group(int row) {
        return groups.hash(row);
    }

    private String finding(int row) {
        String text = dates.text(row);
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return "'" + shown + "' is no date; accepted is " + accepted;
    }

    private static String remedy() {
        return "Mend the value, or name the format in dateFormat";
    }
}
