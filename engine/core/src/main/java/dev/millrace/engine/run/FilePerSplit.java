package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.Split;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Batch: all shards of a split become one file. Used by one thread, shards in order.
final class FilePerSplit implements OutputLayout {

    private final OutputFolder folder;
    private final FileType type;
    private final ShardCodec.Output output;
    private final Map<Split, OutputFile> files = new EnumMap<>(Split.class);

    FilePerSplit(OutputFolder folder, FileType type, ShardCodec.Output output) {
        this.folder = folder;
        this.type = type;
        this.output = output;
    }

    @Override
    public ShardOutput begin(Shard shard) {
        return new ShardOutput() {
            @Override
            public void write(Block block, Edits edits) {
                for (Split split : edits.destinations()) {
                    file(split).write(block, edits);
                }
            }

            @Override
            public List<Manifest.Output> finish() {
                return List.of();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public boolean perShard() {
        return false;
    }

    @Override
    public void keep(Shard shard, List<Manifest.Output> files) {
        throw new IllegalStateException("the shards share their output files");
    }

    private OutputFile file(Split split) {
        return files.computeIfAbsent(split, _ -> new OutputFile(folder, output, split, split.folder() + type.ending()));
    }

    @Override
    public List<Manifest.Output> finish() {
        return files.values().stream().map(OutputFile::finish).toList();
    }

    @Override
    public void close() {
        files.values().forEach(OutputFile::close);
    }
}
