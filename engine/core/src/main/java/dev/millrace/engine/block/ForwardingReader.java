package dev.millrace.engine.block;

import java.io.IOException;

/// Does what another reader does, but for its blocks.
public abstract class ForwardingReader implements BlockReader {

    /// The other reader. Closed with this one.
    protected final BlockReader reader;

    protected ForwardingReader(BlockReader reader) {
        this.reader = reader;
    }

    @Override
    public long bytesRead() {
        return reader.bytesRead();
    }

    @Override
    public String contentHash() {
        return reader.contentHash();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
