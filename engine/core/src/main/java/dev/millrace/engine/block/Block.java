package dev.millrace.engine.block;

import dev.millrace.engine.problem.Place;

import java.util.List;

/// A bounded run of rows of one shard, the unit that is in memory. Borrowed: its reader reuses it, so it is valid only
/// until the reader's next call.
public interface Block {

    int rows();

    /// How a strategy sees a column.
    ///
    /// @param position position of the column in the dataset's schema
    /// @throws IllegalArgumentException if the column was not asked for when the shard was opened
    Column column(int position);

    /// Where a row lies in its shard. The first call may cost a scan of the shard; rows asked for in order cost little
    /// after that.
    Place place(int row);

    /// A row as it is written in its shard, without its line break; empty for formats whose rows are no text.
    default String raw(int row) {
        return "";
    }

    /// Rows among or after those of the block that are none, in their order. They count as read.
    default List<BadRow> badRows() {
        return List.of();
    }

    /// A copy that owns its memory and stays valid.
    Block retained();
}
