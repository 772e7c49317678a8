package dev.millrace.engine.block;

import java.io.Closeable;
import java.io.IOException;

/// Writes the blocks of one output file. Used by one thread.
public interface BlockWriter extends Closeable {

    /// Appends a block's rows with their edits applied.
    void write(Block block, Edits edits) throws IOException;

    /// Rows written so far.
    long rows();

    /// Writes what is buffered. The underlying stream stays open.
    @Override
    void close() throws IOException;
}
