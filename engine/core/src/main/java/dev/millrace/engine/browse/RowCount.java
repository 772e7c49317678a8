package dev.millrace.engine.browse;

import dev.millrace.engine.block.BadRow;
import dev.millrace.engine.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// How far the rows of a shard are counted.
///
/// @param rows rows found so far, good and bad
/// @param badRows how many of them are bad
/// @param firstBad the first of the bad ones
/// @param share how much of the file was looked through, 0 to 1
/// @param complete whether nothing more is to come
/// @param damage why the file cannot be read beyond these rows; null if it can
public record RowCount(
        long rows, long badRows, List<BadRow> firstBad, double share, boolean complete, @Nullable Problem damage) {

    /// Of a shard that nobody has looked into.
    public static final RowCount NONE = new RowCount(0, 0, List.of(), 0, false, null);

    public RowCount {
        firstBad = List.copyOf(firstBad);
    }

    /// How many rows the whole shard may have.
    public long estimate() {
        return complete || share <= 0 ? rows : Math.round(rows / share);
    }
}
