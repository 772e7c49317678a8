package dev.millrace.engine.text;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.ContentHash;
import dev.millrace.engine.dataset.Shard;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;

/// Reads a shard that holds no record, not even a header: an empty file, or nothing but line breaks.
final class EmptyShardReader implements BlockReader {

    private final byte[] content;

    EmptyShardReader(Shard shard) throws IOException {
        content = Files.readAllBytes(shard.file());
    }

    @Override
    public @Nullable Block next() {
        return null;
    }

    @Override
    public long bytesRead() {
        return content.length;
    }

    @Override
    public String contentHash() {
        return ContentHash.of(content);
    }

    @Override
    public void close() {}
}
