package dev.millrace.engine.text;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.dataset.Shard;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;

/// Reads a shard that holds no record, not even a header: an empty file, or nothing but line breaks and comments.
final class EmptyShardReader implements BlockReader {

    private final ShardInput input;

    EmptyShardReader(Shard shard) throws IOException {
        input = ShardInput.open(shard);
    }

    @Override
    public @Nullable Block next() throws IOException {
        input.transferTo(OutputStream.nullOutputStream());
        return null;
    }

    @Override
    public long bytesRead() {
        return input.bytesRead();
    }

    @Override
    public String contentHash() {
        return input.contentHash();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
