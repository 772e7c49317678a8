package dev.millrace.engine.testing;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.format.DatasetReader;
import dev.millrace.engine.format.ShardCodecs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A dataset of one shard.
public final class OneShard {

    private OneShard() {}

    /// Writes a text as the only shard of a new dataset.
    public static Dataset of(Path folder, String text) {
        return of(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes bytes as the only shard of a new dataset.
    public static Dataset of(Path folder, byte[] content) {
        Tree.write(folder.resolve("part-00001.csv"), content);
        return read(folder);
    }

    /// Reads a dataset whose shards are all `train`.
    public static Dataset read(Path folder) {
        return new DatasetReader(new ShardCodecs()).read(folder, List.of(Split.TRAIN), Split.TRAIN);
    }
}
