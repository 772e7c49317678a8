package dev.millrace.engine.strategy;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;

import java.util.Map;

/// Applies an artifact to the blocks of one shard, in order. Used by one thread; may reuse its buffers from block to
/// block.
public interface Transform {

    /// Adds this strategy's edits of a block to those of the strategies before it.
    ///
    /// @param block all rows of the block, with their cells as the earlier strategies left them
    /// @param edits says where each row goes so far; rows that are left out already must not count
    void apply(Block block, Edits edits);

    /// What was counted so far, by names of the strategy's choice; added up over all shards for [Artifact#filesAfter].
    default Map<String, Long> counts() {
        return Map.of();
    }
}
