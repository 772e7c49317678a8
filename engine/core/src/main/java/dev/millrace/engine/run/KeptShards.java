package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.ForwardingReader;
import dev.millrace.engine.dataset.Shard;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps every block of every shard in memory once it was read: batch mode. Used by one thread.
final class KeptShards implements BlockSource {

    private final BlockSource files;
    private final Set<Integer> columns;
    private final Map<Shard, KeptShard> kept = new HashMap<>();

    /// Keeps what another source reads.
    ///
    /// @param columns the columns that any pass will look at
    KeptShards(BlockSource files, Set<Integer> columns) {
        this.files = files;
        this.columns = columns;
    }

    @Override
    public BlockReader open(Shard shard, Set<Integer> ignored) throws IOException {
        KeptShard known = kept.get(shard);
        return known != null ? new Replay(known) : new Keeping(shard, files.open(shard, columns));
    }

    private record KeptShard(List<Block> blocks, long bytes, String hash) {}

    private final class Keeping extends ForwardingReader {

        private final Shard shard;
        private final List<Block> blocks = new ArrayList<>();

        Keeping(Shard shard, BlockReader reader) {
            super(reader);
            this.shard = shard;
        }

        @Override
        public @Nullable Block next() throws IOException {
            Block block = reader.next();
            if (block == null) {
                kept.put(shard, new KeptShard(blocks, reader.bytesRead(), reader.contentHash()));
                return null;
            }
            Block copy = block.retained();
            blocks.add(copy);
            return copy;
        }
    }

    private static final class Replay implements BlockReader {

        private final KeptShard shard;
        private final Iterator<Block> blocks;
        private int replayed;

        Replay(KeptShard shard) {
            this.shard = shard;
            this.blocks = shard.blocks().iterator();
        }

        @Override
        public @Nullable Block next() {
            replayed++;
            return blocks.hasNext() ? blocks.next() : null;
        }

        @Override
        public long bytesRead() {
            return shard.blocks().isEmpty()
                    ? shard.bytes()
                    : shard.bytes() * Math.min(replayed, shard.blocks().size()) / shard.blocks().size();
        }

        @Override
        public String contentHash() {
            return shard.hash();
        }

        @Override
        public void close() {}
    }
}
