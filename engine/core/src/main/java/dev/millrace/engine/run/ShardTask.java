package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;

/// What a pass does with one shard. Used by one worker.
interface ShardTask extends AutoCloseable {

    /// Takes in the shard's blocks, in order.
    void accept(Block block);

    /// After the last block.
    ///
    /// @param scan what the scan of the shard found
    /// @return what remains to be done when it is the shard's turn in shard order
    Runnable finish(ShardScan scan);

    /// The bad rows that were left out so far.
    default Rejections rejected() {
        return Rejections.NONE;
    }

    /// Whether a failed attempt leaves no trace, so that the shard can be tried again from its beginning.
    boolean canBeTriedAgain();

    /// Lets go of what is open, after success and failure alike.
    @Override
    void close();
}
