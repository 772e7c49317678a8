package dev.millrace.engine.browse;

import dev.millrace.engine.block.BadRow;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A row of a shard, good or bad.
///
/// @param number counted from 0 among all rows of the shard, the bad ones too
/// @param cells of the columns that were asked for, in their order; empty texts for a bad row
/// @param bad what is wrong with it; null for a good row
public record ShardRow(long number, List<String> cells, @Nullable BadRow bad) {

    public ShardRow {
        cells = List.copyOf(cells);
    }
}
