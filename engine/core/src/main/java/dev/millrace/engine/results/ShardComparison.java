package dev.millrace.engine.results;

import dev.millrace.engine.browse.ShardRows;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.format.DatasetReader;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.Manifest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Finds, for a shard of a finished run's input, the files that its rows were written to.
public final class ShardComparison {

    private final ShardCodecs codecs;
    private final Results.Finished results;
    private final Recipe recipe;
    private final Dataset dataset;

    /// @param recipe that was run
    /// @param dataset that it is about, opened
    public ShardComparison(ShardCodecs codecs, Results.Finished results, Recipe recipe, Dataset dataset) {
        this.codecs = codecs;
        this.results = results;
        this.recipe = recipe;
        this.dataset = dataset;
    }

    /// The input shards that can be compared. A batch run wrote the rows of all shards into one file for each split, so
    /// that only its beginning is found: there the first shard stands for all.
    public List<Shard> shards() {
        return isBatch() ? dataset.shards().subList(0, 1) : dataset.shards();
    }

    /// Whether the rows of all shards follow each other.
    public boolean isBatch() {
        return results.manifest().outputs().stream().anyMatch(output -> !output.path().contains("/"));
    }

    /// Opens a shard and the files with its rows.
    ///
    /// @throws dev.millrace.engine.problem.EngineException if one of them cannot be read
    public BeforeAndAfter of(Shard shard) {
        List<String> columns = dataset.schema().columns();
        List<Shard> input = isBatch() ? dataset.shards() : List.of(shard);
        List<ShardRows> rows = input.stream().map(each -> new ShardRows(codecs, dataset, each)).toList();
        Map<String, BeforeAndAfter.OutputRows> outputs = new LinkedHashMap<>();
        for (Manifest.Output output : results.manifest().outputs()) {
            if (isBatch() || mayHaveRowsOf(output, shard)) {
                outputs.put(output.split(), open(output));
            }
        }
        Set<String> touched = TouchedColumns.of(results.recipe(), results.artifacts());
        List<Integer> untouched =
                IntStream.range(0, columns.size()).filter(at -> !touched.contains(columns.get(at))).boxed().toList();
        return new BeforeAndAfter(columns, rows, untouched, results.manifest().rows().repeated() > 0, outputs);
    }

    /// Shard N of the input becomes shard N of a split; in split folders it stays in its own, unless a strategy moves
    /// rows.
    private boolean mayHaveRowsOf(Manifest.Output output, Shard shard) {
        String name = output.path().substring(output.path().lastIndexOf('/') + 1);
        boolean sameSplit = dataset.splits().size() == 1 || output.split().equals(shard.split().folder());
        return sameSplit && name.startsWith(stem(shard));
    }

    private static String stem(Shard shard) {
        String name = Shard.fileName(shard.number(), shard.type());
        return name.substring(0, name.length() - shard.type().ending().length()) + ".";
    }

    private BeforeAndAfter.OutputRows open(Manifest.Output output) {
        Path file = results.folder().resolve(output.path()).normalize();
        if (!file.startsWith(results.folder().normalize()) || !Files.isRegularFile(file)) {
            throw new StorageException(
                    new Problem(Place.of(file), "the file is not there any more", "Run again to write it anew"));
        }
        boolean sameFormat = file.toString().endsWith(dataset.type().format().ending());
        DatasetOptions said = recipe.datasetOptions();
        DatasetOptions options =
                sameFormat ? new DatasetOptions(null, said.signature(), said.dialect(), false) : DatasetOptions.NONE;
        Split split = Split.named(output.split()).orElse(Split.TRAIN);
        Dataset opened = new DatasetReader(codecs).read(file, List.of(), split, options);
        List<Integer> positions =
                dataset.schema().columns().stream()
                        .map(name -> opened.schema().has(name) ? opened.schema().position(name) : -1)
                        .toList();
        return new BeforeAndAfter.OutputRows(new ShardRows(codecs, opened, opened.shards().getFirst()), positions);
    }
}
