package dev.millrace.engine.results;

import java.util.List;

/// A row of the input and what became of it.
///
/// @param shard of the input, as a person calls it
/// @param number in that shard, from 0
/// @param before its cells
/// @param split where it was written to; empty if it was not written
/// @param after its cells as they were written, in the order of the input's columns; empty if it was not written
public record ComparedRow(String shard, long number, List<String> before, String split, List<String> after) {

    public ComparedRow {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    public boolean isWritten() {
        return !split.isEmpty();
    }

    /// Whether a cell is another one than before.
    public boolean isChanged(int column) {
        return isWritten() && !before.get(column).equals(after.get(column));
    }
}
