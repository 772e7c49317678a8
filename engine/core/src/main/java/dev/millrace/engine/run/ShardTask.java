package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;

/// What a pass does with one shard. Used by one worker.
interface ShardTask extends AutoCloseable {

    /// Takes in the shard's blocks, in order.
    void accept(Block block);

    /// After the last block.
    ///
    /// @return what remains to be done when it is the shard's turn in shard order
    Runnable finish();

    /// Lets go of what is open, after success and failure alike.
    @Override
    void close();
}
