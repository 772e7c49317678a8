package dev.millrace.sample;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Writes made-up card transactions as CSV shards `part-00001.csv`, `part-00002.csv`, …: UTF-8, 20 columns, a header in
/// each shard, LF line ends, about 140 bytes per row.
///
/// The bytes of a shard depend only on the seed, its sub-folder, its number and its number of rows.
public final class TransactionGenerator {
    private final GeneratorSettings settings;

    public TransactionGenerator(GeneratorSettings settings) {
        this.settings = settings;
    }

    /// Writes all shards with one worker, see [#writeTo(Path, int, ProgressListener)].
    public void writeTo(Path folder, ProgressListener listener) throws IOException, InterruptedException {
        writeTo(folder, 1, listener);
    }

    /// Writes all shards. The folder is created if it does not exist. When this fails or is interrupted, it removes the
    /// shards that it has written.
    ///
    /// @param workers number of shards that are written at the same time; does not change their content
    /// @throws FileAlreadyExistsException if a folder that would be written to holds `part-*` files
    /// @throws InterruptedException if the calling thread is interrupted
    public void writeTo(Path folder, int workers, ProgressListener listener) throws IOException, InterruptedException {
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be 1 or more, but is " + workers);
        }
        List<PlannedShard> shards = PlannedShard.all(settings, folder);
        Set<Path> folders = new LinkedHashSet<>(List.of(folder));
        shards.forEach(shard -> folders.add(shard.folder()));
        for (Path written : folders) {
            refuseShardsIn(written);
        }
        for (Path written : folders) {
            Files.createDirectories(written);
        }

        boolean complete = false;
        try {
            writeAll(shards, workers, listener);
            complete = true;
        } finally {
            if (!complete) {
                for (PlannedShard shard : shards) {
                    Files.deleteIfExists(shard.file());
                }
            }
        }
    }

    private void writeAll(List<PlannedShard> shards, int workers, ProgressListener listener)
            throws IOException, InterruptedException {
        ShardWriter writer = new ShardWriter(settings.seed());
        try (ExecutorService executor =
                Executors.newFixedThreadPool(
                        Math.min(workers, shards.size()),
                        Thread.ofPlatform().daemon().name("shard-writer-", 1).factory())) {
            try {
                CompletionService<FinishedShard> finished = new ExecutorCompletionService<>(executor);
                for (PlannedShard shard : shards) {
                    finished.submit(() -> writer.write(shard));
                }
                for (int count = 0; count < shards.size(); count++) {
                    listener.shardFinished(finished.take().get());
                }
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof IOException cause) {
                    throw cause;
                }
                throw new IllegalStateException("a shard writer failed", failure.getCause());
            } finally {
                executor.shutdownNow();
            }
        }
    }

    private static void refuseShardsIn(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> shards = Files.newDirectoryStream(folder, "part-*")) {
                if (shards.iterator().hasNext()) {
                    throw new FileAlreadyExistsException(
                            folder.toString(), null, "the folder already holds part-* files; choose another one");
                }
            }
        }
    }
}
