package dev.millrace.engine.block;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;

/// Cuts one shard into blocks. Used by one thread.
public interface BlockReader extends Closeable {

    /// The next block, or null after the last row. Overwrites the block returned before. A block may have bad rows
    /// only. Which rows are bad does not depend on the columns that were asked for.
    ///
    /// @throws IOException if reading fails
    /// @throws dev.millrace.engine.problem.DataException if the shard's content is not what its format asks for
    @Nullable Block next() throws IOException;

    /// Bytes of the shard read so far.
    long bytesRead();

    /// Hash of the bytes read so far; after the last block, of the whole shard.
    String contentHash();
}
