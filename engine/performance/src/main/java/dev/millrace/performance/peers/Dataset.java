package dev.millrace.performance.peers;

import dev.millrace.lab.measure.ChildProcess;
import dev.millrace.performance.Folders;
import dev.millrace.sample.GeneratorSettings;
import dev.millrace.sample.TransactionGenerator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The generated shards: as `millrace generate` writes them, and the same as Parquet. Made once and found again as long
/// as they are kept.
final class Dataset {

    private static final long BYTES_OF_ROW = 135;
    private static final long BYTES_OF_SHARD = 32_000_000;
    private static final int LEAST_SHARDS = 4;
    private static final long SEED = 7;

    private final Path folder; // of all generated data
    private final Side parquetWriter;

    /// @param parquetWriter turns a folder of CSV shards into one of Parquet
    Dataset(Path folder, Side parquetWriter) {
        this.folder = folder;
        this.parquetWriter = parquetWriter;
    }

    /// A task on data that are there and lie in the page cache, as far as it holds them.
    Task task(Work work, DataFormat format, ByteSize size) throws IOException, InterruptedException {
        Path csv = folder.resolve("csv-" + size.text());
        if (Files.notExists(csv)) {
            generate(csv, size);
        }
        Path data = csv;
        if (format == DataFormat.PARQUET) {
            data = folder.resolve("parquet-" + size.text());
            if (Files.notExists(data)) {
                convert(csv, data, size);
            }
        }
        return new Task(work, format, size, data, readAll(data));
    }

    private static void generate(Path csv, ByteSize size) throws IOException, InterruptedException {
        System.out.println("generating " + size.text() + " of CSV");
        int shards = (int) Math.max(LEAST_SHARDS, Math.ceilDiv(size.bytes(), BYTES_OF_SHARD));
        Path unfinished = Folders.emptied(csv.resolveSibling("unfinished"));
        new TransactionGenerator(new GeneratorSettings(size.bytes() / BYTES_OF_ROW, shards, SEED, false))
                .writeTo(unfinished, Runtime.getRuntime().availableProcessors(), _ -> {});
        Files.move(unfinished, csv);
    }

    private void convert(Path csv, Path parquet, ByteSize size) throws IOException, InterruptedException {
        System.out.println("writing the same as Parquet");
        Path unfinished = Folders.emptied(parquet.resolveSibling("unfinished"));
        Task task = new Task(Work.SPLIT, DataFormat.CSV, size, csv, 0);
        ChildProcess.succeed(parquetWriter.command(task, csv, unfinished), Map.of(), folder.resolve("parquet.log"));
        Files.move(unfinished, parquet);
    }

    private static long readAll(Path data) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(data)) {
            files = listed.toList();
        }
        long bytes = 0;
        byte[] buffer = new byte[1 << 20];
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    bytes += read;
                }
            }
        }
        return bytes;
    }
}
