package dev.millrace.engine.block;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/// A reader that can begin in the middle of a shard, at a place where an earlier scan found a block to begin. The hash
/// of the content is without meaning then.
public interface SeekableReader extends BlockReader {

    /// Where the next block begins, once there was one before; null in the middle of a row that is too long to be held.
    @Nullable BlockStart start();

    /// Begins there instead of at the first row. Called before the first block, on a shard that did not change since.
    void seek(BlockStart start) throws IOException;
}
