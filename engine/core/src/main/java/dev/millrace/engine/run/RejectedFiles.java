package dev.millrace.engine.run;

import dev.millrace.engine.dataset.Compression;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.DatasetLayout;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.recipe.BadRowPolicy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The files of a run's bad rows: one for each input shard that has some, in either mode.
final class RejectedFiles {

    static final String FOLDER = "rejected";

    private static final FileType TYPE = new FileType(ShardFormat.CSV, Compression.NONE, ShardFormat.CSV.ending());

    private final OutputFolder folder;
    private final Dataset dataset;
    private final BadRowPolicy policy;
    private final Map<ShardKey, Manifest.Output> finished = new TreeMap<>();

    RejectedFiles(OutputFolder folder, Dataset dataset, BadRowPolicy policy) {
        this.folder = folder;
        this.dataset = dataset;
        this.policy = policy;
    }

    /// Begins with the bad rows of a shard; a file is made when there is one.
    RejectedRows of(Shard shard) {
        boolean splits = dataset.layout() == DatasetLayout.SPLIT_FOLDERS;
        String path =
                FOLDER + "/" + (splits ? shard.split().folder() + "/" : "") + Shard.fileName(shard.number(), TYPE);
        return new RejectedRows(policy, dataset.relativePath(shard), () -> new RejectedFile(folder, path));
    }

    /// Takes in a shard's file, which is whole.
    synchronized void keep(Shard shard, Manifest.Output file) {
        finished.put(shard.key(), file);
    }

    /// What was written, by split and shard.
    synchronized List<Manifest.Output> written() {
        return List.copyOf(finished.values());
    }
}
