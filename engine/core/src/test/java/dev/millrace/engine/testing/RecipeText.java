package dev.millrace.engine.testing;

import dev.millrace.engine.Engine;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.recipe.Recipe;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A recipe to be written to a file and read by the engine, as a user's is. Changing it gives another one.
public final class RecipeText {

    private final Path file;
    private final Map<String, Object> dataset = new LinkedHashMap<>();
    private final Map<String, Object> output = new LinkedHashMap<>();
    private final Map<String, Object> run = new LinkedHashMap<>();
    private final List<Map<String, Object>> strategies = new ArrayList<>();
    private final Map<String, Object> others = new LinkedHashMap<>();

    private RecipeText(Path file) {
        this.file = file;
    }

    /// A recipe without a strategy, to be kept beside the output folder.
    public static RecipeText of(Path dataset, Path output) {
        return of(dataset, output, output.resolveSibling(output.getFileName() + ".recipe.json"));
    }

    /// A recipe without a strategy, to be kept in a file.
    public static RecipeText of(Path dataset, Path output, Path file) {
        RecipeText recipe = new RecipeText(file);
        recipe.dataset.put("path", dataset.toString());
        recipe.output.put("path", output.toString());
        return recipe;
    }

    private RecipeText copy() {
        RecipeText copy = new RecipeText(file);
        copy.dataset.putAll(dataset);
        copy.output.putAll(output);
        copy.run.putAll(run);
        copy.strategies.addAll(strategies);
        copy.others.putAll(others);
        return copy;
    }

    public RecipeText label(@Nullable String column) {
        RecipeText copy = copy();
        copy.dataset.put("label", column);
        return copy;
    }

    public RecipeText missing(@Nullable List<String> tokens) {
        RecipeText copy = copy();
        copy.dataset.put("missing", tokens);
        return copy;
    }

    /// Adds a strategy.
    ///
    /// @param settings names and values in turn
    public RecipeText strategy(String id, Object... settings) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("strategy", id);
        for (int i = 0; i < settings.length; i += 2) {
            entry.put(settings[i].toString(), settings[i + 1]);
        }
        RecipeText copy = copy();
        copy.strategies.add(entry);
        return copy;
    }

    /// Adds risk-table mapping.
    public RecipeText riskTable(List<String> fields, String positiveLabel, Object... settings) {
        List<Object> all = new ArrayList<>(List.of("fields", fields, "positiveLabel", positiveLabel));
        all.addAll(List.of(settings));
        return strategy("risk-table-mapping", all.toArray());
    }

    /// Another job than training, with the artifacts of an earlier run.
    public RecipeText job(String job, Path artifacts) {
        RecipeText copy = copy();
        copy.others.put("job", job);
        copy.others.put("artifacts", Map.of("input", artifacts.toString()));
        return copy;
    }

    public RecipeText batch() {
        return run("mode", "batch");
    }

    public RecipeText streaming(int workers) {
        return run("mode", "streaming").run("workers", workers);
    }

    public RecipeText overwriting() {
        RecipeText copy = copy();
        copy.output.put("overwrite", true);
        return copy;
    }

    /// What is done with bad rows: `fail`, `quarantine` or `skip`.
    public RecipeText onBadRow(String policy) {
        return run("onBadRow", policy);
    }

    private RecipeText run(String setting, Object value) {
        RecipeText copy = copy();
        copy.run.put(setting, value);
        return copy;
    }

    /// Writes it to its file and reads it.
    public Recipe read() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", Recipe.VERSION);
        document.put("dataset", dataset);
        document.put("strategies", strategies);
        document.put("output", output);
        document.put("run", run);
        document.putAll(others);
        try {
            Files.write(file, Json.document(document));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Engine().readRecipe(file);
    }
}
