package dev.millrace.engine.run;

import dev.millrace.engine.block.BadRow;
import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;

import org.jspecify.annotations.Nullable;

/// A bad row, whoever found it: the reader of the shard or a strategy.
///
/// @param line where it begins in its shard, from 1; 0 if lines are not known
/// @param column name of the column at fault, null when it is the row as a whole
record RejectedRow(long line, @Nullable String column, String reason, String raw) {

    static RejectedRow of(BadRow row) {
        return new RejectedRow(row.place().line(), row.column(), row.reason(), row.raw());
    }

    static RejectedRow of(Edits.Rejection rejection, Block block) {
        int row = rejection.row();
        return new RejectedRow(block.place(row).line(), rejection.column(), rejection.reason(), block.raw(row));
    }
}
