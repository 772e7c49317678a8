package dev.millrace.lab.quality;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.format.DatasetReader;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.recipe.OutputSettings;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.Manifest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a run wrote, split by split: a folder of shards each, or one file each of a run in batch mode.
///
/// @param splits those that have rows
public record ProcessedData(Map<Split, Dataset> splits) {

    public ProcessedData {
        splits = Map.copyOf(splits);
    }

    /// Opens the output of a finished run.
    ///
    /// @throws IOException if there is none
    public static ProcessedData of(Recipe recipe, Path output) throws IOException {
        Manifest manifest =
                Manifest.ofFinishedRun(output).orElseThrow(() -> new IOException("no finished run in " + output));
        Map<Split, Dataset> splits = new TreeMap<>();
        for (Manifest.Output file : manifest.outputs()) {
            Split split = Split.named(file.split()).orElseThrow();
            if (file.rows() > 0 && !splits.containsKey(split)) {
                Path folder = output.resolve(file.split());
                boolean perShard = file.path().startsWith(file.split() + "/");
                splits.put(split, open(recipe, split, perShard ? folder : output.resolve(file.path())));
            }
        }
        return new ProcessedData(splits);
    }

    private static Dataset open(Recipe recipe, Split split, Path path) {
        DatasetOptions given = recipe.datasetOptions();
        DatasetOptions options = recipe.output().format() == OutputSettings.Format.SAME ? given : DatasetOptions.NONE;
        return new DatasetReader(new ShardCodecs()).read(path, List.of(split), split, options);
    }
}
