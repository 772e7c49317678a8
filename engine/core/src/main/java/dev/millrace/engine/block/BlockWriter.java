package dev.millrace.engine.block;

import dev.millrace.engine.dataset.Split;

import java.io.Closeable;
import java.io.IOException;

/// Writes the blocks of one output file. Used by one thread.
public interface BlockWriter extends Closeable {

    /// Appends those rows of a block that go to a split, with their edits applied.
    void write(Block block, Edits edits, Split split) throws IOException;

    /// Rows written so far.
    long rows();

    /// Writes what is buffered. The underlying stream stays open.
    @Override
    void close() throws IOException;
}
