package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Streaming: of input shard N, the rows of each split become output shard N of that split; no row, no file.
final class ShardPerShard implements OutputLayout {

    private final OutputFolder folder;
    private final FileType type;
    private final ShardCodec.Output output;
    private final Map<ShardKey, Manifest.Output> finished = new TreeMap<>(); // by output split and number

    ShardPerShard(OutputFolder folder, FileType type, ShardCodec.Output output) {
        this.folder = folder;
        this.type = type;
        this.output = output;
    }

    @Override
    public ShardOutput begin(Shard shard) {
        return new OneShard(shard);
    }

    @Override
    public boolean perShard() {
        return true;
    }

    @Override
    public synchronized void keep(Shard shard, List<Manifest.Output> files) {
        for (Manifest.Output file : files) {
            finished.put(new ShardKey(Split.named(file.split()).orElseThrow(), shard.number()), file);
        }
    }

    @Override
    public synchronized List<Manifest.Output> finish() {
        return List.copyOf(finished.values());
    }

    @Override
    public void close() {}

    private final class OneShard implements ShardOutput {

        private final Shard shard;
        private final Map<Split, OutputFile> files = new EnumMap<>(Split.class);

        OneShard(Shard shard) {
            this.shard = shard;
        }

        @Override
        public void write(Block block, Edits edits) {
            for (Split split : edits.destinations()) {
                files.computeIfAbsent(split, this::create).write(block, edits);
            }
        }

        private OutputFile create(Split split) {
            String name = Shard.fileName(shard.number(), type);
            return new OutputFile(folder, output, split, split.folder() + "/" + name);
        }

        @Override
        public List<Manifest.Output> finish() {
            List<Manifest.Output> whole = files.values().stream().map(OutputFile::finish).toList();
            keep(shard, whole);
            return whole;
        }

        @Override
        public void close() {
            files.values().forEach(OutputFile::close);
        }
    }
}
