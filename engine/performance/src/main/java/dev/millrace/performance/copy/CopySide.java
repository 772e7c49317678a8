package dev.millrace.performance.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Moves the shards of a folder with one thread per processor: `CopySide copy IN OUT` by the system's file copy,
/// `CopySide read-twice IN OUT` by reading them through a buffer, and then once more while writing them, as two passes
/// must.
public final class CopySide {

    private static final int BUFFER_BYTES = 512 << 10;

    private CopySide() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        boolean twice = arguments[0].equals("read-twice");
        Path target = Files.createDirectories(Path.of(arguments[2]));
        List<Path> shards;
        try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
            shards = files.sorted().toList();
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            if (twice) {
                forEach(workers, shards, shard -> pump(shard, OutputStream.nullOutputStream()));
            }
            forEach(
                    workers,
                    shards,
                    shard -> {
                        Path copy = target.resolve(shard.getFileName().toString());
                        if (twice) {
                            try (OutputStream out = Files.newOutputStream(copy)) {
                                pump(shard, out);
                            }
                        } else {
                            Files.copy(shard, copy);
                        }
                    });
        }
    }

    @FunctionalInterface
    private interface ShardWork {

        void on(Path shard) throws IOException;
    }

    private static void forEach(ExecutorService workers, List<Path> shards, ShardWork work)
            throws InterruptedException, ExecutionException {
        List<Future<Path>> done = new ArrayList<>();
        for (Path shard : shards) {
            done.add(
                    workers.submit(() -> {
                        work.on(shard);
                        return shard;
                    }));
        }
        for (Future<Path> shard : done) {
            shard.get();
        }
    }

    private static void pump(Path shard, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(shard)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        }
    }
}
