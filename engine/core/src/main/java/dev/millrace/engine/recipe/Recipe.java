package dev.millrace.engine.recipe;

import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.json.Json;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The only thing a run needs: dataset, ordered strategies, output and run settings.
///
/// @param places where its settings stand, for messages
/// @param folder what relative paths are relative to: the folder of the recipe file
/// @param name what a person calls it
public record Recipe(
        RecipePlaces places,
        Path folder,
        String name,
        DatasetSettings dataset,
        Job job,
        List<StrategyEntry> strategies,
        ArtifactSettings artifacts,
        OutputSettings output,
        RunSettings run) {

    /// The version of the recipe format.
    public static final int VERSION = 1;

    public Recipe {
        strategies = List.copyOf(strategies);
    }

    public Path datasetPath() {
        return folder.resolve(dataset.path());
    }

    /// What the recipe says of the dataset, for whoever opens it.
    public DatasetOptions datasetOptions() {
        ShardFormat format =
                switch (dataset.format()) {
                    case AUTO -> null;
                    case CSV -> ShardFormat.CSV;
                    case TSV -> ShardFormat.TSV;
                    case JSONL -> ShardFormat.JSONL;
                    case JSON -> ShardFormat.JSON;
                    case PARQUET -> ShardFormat.PARQUET;
                };
        Path signature = dataset.signature() == null ? null : folder.resolve(dataset.signature());
        boolean union = dataset.columns() == DatasetSettings.Columns.UNION;
        return new DatasetOptions(format, signature, dataset.dialect(), union);
    }

    public Path outputPath() {
        return folder.resolve(output.path());
    }

    /// The folder of an earlier run's artifacts, null when the recipe names none.
    public @Nullable Path artifactsPath() {
        return artifacts.input() == null ? null : folder.resolve(artifacts.input());
    }

    public Recipe with(RunSettings changed) {
        return new Recipe(places, folder, name, dataset, job, strategies, artifacts, output, changed);
    }

    public Recipe with(OutputSettings changed) {
        return new Recipe(places, folder, name, dataset, job, strategies, artifacts, changed, run);
    }

    /// The same recipe with absolute paths, which means the same wherever it is kept.
    public Recipe resolved() {
        return new Recipe(
                places,
                folder,
                name,
                dataset.at(
                        absolute(dataset.path()), dataset.signature() == null ? null : absolute(dataset.signature())),
                job,
                strategies,
                new ArtifactSettings(artifacts.input() == null ? null : absolute(artifacts.input())),
                output.into(absolute(output.path())),
                run);
    }

    /// The paths that lead out of the recipe's folder, by where the recipe names them. Whoever runs a recipe of
    /// somebody else is shown them first.
    public SortedMap<String, Path> pathsElsewhere() {
        SortedMap<String, Path> paths = new TreeMap<>();
        paths.put("dataset.path", datasetPath());
        paths.put("output.path", outputPath());
        if (dataset.signature() != null) {
            paths.put("dataset.signature", folder.resolve(dataset.signature()));
        }
        if (artifacts.input() != null) {
            paths.put("artifacts.input", folder.resolve(artifacts.input()));
        }
        Path home = folder.toAbsolutePath().normalize();
        paths.replaceAll((_, path) -> path.toAbsolutePath().normalize());
        paths.values().removeIf(path -> path.startsWith(home));
        return paths;
    }

    private String absolute(String path) {
        return folder.resolve(path).toAbsolutePath().normalize().toString();
    }

    /// The recipe as its file: every setting written out, those with defaults too.
    public byte[] document() {
        return Json.document(json());
    }

    /// The recipe as a JSON value.
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", VERSION);
        json.put("name", name);
        json.put("dataset", dataset);
        json.put("job", job);
        json.put("strategies", strategies.stream().map(Recipe::json).toList());
        json.put("artifacts", artifacts);
        json.put("output", output);
        json.put("run", run);
        return json;
    }

    private static Map<String, Object> json(StrategyEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("strategy", entry.type().id());
        Json.tree(entry.settings()).properties().forEach(setting -> json.put(setting.getKey(), setting.getValue()));
        return json;
    }
}
