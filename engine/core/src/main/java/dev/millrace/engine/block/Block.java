package dev.millrace.engine.block;

import dev.millrace.engine.problem.Place;

/// A bounded run of rows of one shard, the unit that is in memory. Borrowed: its reader reuses it, so it is valid only
/// until the reader's next call.
public interface Block {

    int rows();

    /// How a strategy sees a column.
    ///
    /// @param position position of the column in the dataset's schema
    /// @throws IllegalArgumentException if the column was not asked for when the shard was opened
    Column column(int position);

    /// Where a row lies in its shard. Costs a scan of the shard: for messages only.
    Place place(int row);

    /// A copy that owns its memory and stays valid.
    Block retained();
}
