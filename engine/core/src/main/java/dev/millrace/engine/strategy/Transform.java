package dev.millrace.engine.strategy;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;

/// Applies an artifact to the blocks of one shard, in order. Used by one thread; may reuse its buffers from block to
/// block.
public interface Transform {

    /// Adds this strategy's edits of a block to those of the strategies before it.
    ///
    /// @param block the block as the earlier strategies left it
    void apply(Block block, Edits edits);
}
