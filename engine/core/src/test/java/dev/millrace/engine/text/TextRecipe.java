package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.Engine;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.testing.Tree;

import org.assertj.core.api.Assertions;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A recipe with the settings that are about text, and runs of it.
final class TextRecipe {

    private final Path folder;
    private final Map<String, Object> dataset = new LinkedHashMap<>();
    private final Map<String, Object> output = new LinkedHashMap<>(Map.of("overwrite", true));
    private final Map<String, Object> run = new LinkedHashMap<>(Map.of("mode", "streaming"));
    private final Map<String, Object> strategy = new LinkedHashMap<>();

    /// Maps the column `f` by the label `label`; output goes to the folder `out` beside the dataset.
    TextRecipe(Path path) {
        folder = path.toAbsolutePath().getParent();
        dataset.put("path", path.toString());
        dataset.put("label", "label");
        output.put("path", folder.resolve("out").toString());
        strategy.putAll(Map.of("strategy", "risk-table-mapping", "fields", List.of("f"), "positiveLabel", "1"));
    }

    TextRecipe dataset(String setting, Object value) {
        dataset.put(setting, value);
        return this;
    }

    TextRecipe dialect(Object... settings) {
        Map<String, Object> dialect = new LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            dialect.put(settings[i].toString(), settings[i + 1]);
        }
        return dataset("dialect", dialect);
    }

    TextRecipe output(String setting, Object value) {
        output.put(setting, value);
        return this;
    }

    TextRecipe run(String setting, Object value) {
        run.put(setting, value);
        return this;
    }

    TextRecipe strategy(String setting, Object value) {
        strategy.put(setting, value);
        return this;
    }

    Path out(String name) {
        return folder.resolve("out").resolve(name);
    }

    Recipe recipe() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", 1);
        document.put("dataset", dataset);
        document.put("strategies", List.of(strategy));
        document.put("output", output);
        document.put("run", run);
        return new Engine().readRecipe(write(folder.resolve("recipe.json"), Json.document(document)));
    }

    private static Path write(Path file, byte[] content) {
        return Tree.write(file, content);
    }

    RunResult result(BlockSize size) {
        Engine engine = new Engine();
        return engine.start(engine.plan(recipe()), size).await();
    }

    Manifest done() {
        return done(BlockSize.DEFAULT);
    }

    Manifest done(BlockSize size) {
        return switch (result(size)) {
            case RunResult.Done(Manifest manifest) -> manifest;
            case RunResult.Failed(RuntimeException cause) -> Assertions.fail("the run failed", cause);
            case RunResult.Cancelled() -> Assertions.fail("the run was cancelled");
        };
    }

    /// What the recipe is refused or its run fails with.
    EngineException failure() {
        try {
            RunResult result = result(BlockSize.DEFAULT);
            assertThat(result).isInstanceOf(RunResult.Failed.class);
            return (EngineException) ((RunResult.Failed) result).cause();
        } catch (EngineException refused) {
            return refused;
        }
    }
}
