package dev.millrace.performance.kernels;

import dev.millrace.engine.Engine;
import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.run.RunResult;
import dev.millrace.performance.Folders;
import dev.millrace.sample.GeneratorSettings;
import dev.millrace.sample.TransactionGenerator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// A shard of generated transactions in a format, in a folder of its own.
public final class OneShard implements AutoCloseable {

    private static final int ROWS = 50_000;

    private final Path folder;
    private final Dataset dataset;

    /// Writes the shard.
    public OneShard(ShardFormat format) throws IOException, InterruptedException {
        folder = Files.createTempDirectory("millrace-kernels");
        Path csv = folder.resolve("csv");
        new TransactionGenerator(new GeneratorSettings(ROWS, 1, 7, false)).writeTo(csv, _ -> {});
        Engine engine = new Engine();
        Path shards = format == ShardFormat.CSV ? csv : convert(engine, csv, format);
        dataset = engine.openDataset(shards, Job.TRAINING);
    }

    private Path convert(Engine engine, Path csv, ShardFormat format) throws IOException {
        Path output = folder.resolve("converted");
        Path recipe = folder.resolve("recipe.json");
        Files.write(
                recipe,
                Json.document(
                        Map.of(
                                "version",
                                1,
                                "dataset",
                                Map.of("path", csv.toString()),
                                "strategies",
                                List.of(Map.of("strategy", "missing-value-imputation")),
                                "output",
                                Map.of("path", output.toString(), "format", format.name().toLowerCase(Locale.ROOT)),
                                "run",
                                Map.of("mode", "streaming"))));
        RunResult result = engine.start(engine.plan(engine.readRecipe(recipe))).await();
        if (!(result instanceof RunResult.Done)) {
            throw new IOException("the shard was not converted: " + result);
        }
        return output.resolve("train");
    }

    /// Opens the shard to look at some columns.
    public BlockReader open(List<String> columns) throws IOException {
        Shard shard = dataset.shards().getFirst();
        Set<Integer> positions = columns.stream().map(this::position).collect(Collectors.toSet());
        return new ShardCodecs().of(dataset.type().format()).open(dataset, shard, positions, BlockSize.DEFAULT);
    }

    /// A copy of the first block, with some columns.
    public Block firstBlock(List<String> columns) throws IOException {
        try (BlockReader reader = open(columns)) {
            return Objects.requireNonNull(reader.next(), "the shard has rows").retained();
        }
    }

    /// The position of a column.
    public int position(String column) {
        return dataset.schema().position(column);
    }

    public Dataset dataset() {
        return dataset;
    }

    /// The bytes of the shard's file.
    public byte[] bytes() throws IOException {
        return Files.readAllBytes(dataset.shards().getFirst().file());
    }

    @Override
    public void close() throws IOException {
        Folders.delete(folder);
    }
}
