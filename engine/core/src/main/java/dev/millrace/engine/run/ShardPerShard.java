package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.Shard;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Streaming: input shard N becomes output shard N of its split, unless it has no row.
final class ShardPerShard implements OutputLayout {

    private final OutputFolder folder;
    private final ShardCodec.Output output;
    private final Map<Shard, Manifest.Output> finished = new TreeMap<>();

    ShardPerShard(OutputFolder folder, ShardCodec.Output output) {
        this.folder = folder;
        this.output = output;
    }

    @Override
    public ShardOutput begin(Shard shard) {
        return new OneShard(shard);
    }

    @Override
    public synchronized List<Manifest.Output> finish() {
        return List.copyOf(finished.values());
    }

    @Override
    public void close() {}

    private synchronized void add(Shard shard, Manifest.Output entry) {
        finished.put(shard, entry);
    }

    private final class OneShard implements ShardOutput {

        private final Shard shard;
        private @Nullable OutputFile file;

        OneShard(Shard shard) {
            this.shard = shard;
        }

        @Override
        public void write(Block block, Edits edits) {
            if (file == null) {
                String name = Shard.fileName(shard.number(), shard.format());
                file = new OutputFile(folder, output, shard.split(), shard.split().folder() + "/" + name);
            }
            file.write(block, edits);
        }

        @Override
        public void finish() {
            if (file != null) {
                add(shard, file.finish());
            }
        }

        @Override
        public void close() {
            if (file != null) {
                file.close();
            }
        }
    }
}
