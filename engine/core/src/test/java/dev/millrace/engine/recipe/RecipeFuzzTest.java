package dev.millrace.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.Engine;
import dev.millrace.engine.testing.Fuzzing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// Damaged recipes and settings that replace theirs.
final class RecipeFuzzTest {

    private static final List<String> SOUND =
            List.of(
                    """
                    { "version": 1, "name": "fraud training set",
                      "dataset": { "path": "data/raw", "format": "auto", "signature": null, "label": "label",
                                   "missing": ["", "?"], "dialect": { "delimiter": ";", "header": true, "skipLines": 1 },
                                   "columns": "strict" },
                      "job": "training",
                      "strategies": [
                        { "strategy": "tabular-split", "trainRatio": 0.7, "testValRatio": 0.5, "stratify": true },
                        { "strategy": "missing-value-imputation", "numerical": "mean", "categorical": "mode",
                          "columns": { "age": "median", "note": { "constant": "none given" } }, "exclude": ["txn_id"] },
                        { "strategy": "risk-table-mapping", "fields": ["country", "device"], "positiveLabel": "1" } ],
                      "output": { "path": "out/fraud", "format": "same", "compression": "same", "overwrite": false },
                      "run": { "mode": "streaming", "workers": 0, "onBadRow": "fail", "seed": 42 } }
                    """,
                    """
                    {"version":1,"dataset":{"path":"a","dialect":{"encoding":"latin1","quote":"","comment":"#"}},
                     "strategies":[
                        {"strategy":"stratified-sampling","strataColumn":"channel","targetSize":100000,
                         "allocation":"proportional_min","minPerStratum":10,"referenceCounts":{"a":3},"splits":["train"]},
                        {"strategy":"temporal-split","dateColumn":"d","groupColumn":"g","splitDate":"2025-06-01",
                         "trainRatio":0.9,"targets":["x","y"],"mainTaskIndex":0}],
                     "artifacts":{"input":"model"},"output":{"path":"b"}}
                    """);
    private static final List<String> WORDS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\"",
                    "\\u0000",
                    "\\ud800",
                    "null",
                    "true",
                    "{}",
                    "[]",
                    "\"\"",
                    "-1",
                    "1e999",
                    "99999999999999999999",
                    "0.5",
                    "\"strategy\":",
                    "\"tabular-split\"",
                    "\"path\":",
                    "../",
                    "\"a/b~c\":1,",
                    "\n",
                    "\u00EF\u00BB\u00BF");

    @TempDir private Path folder;

    @Test
    void anyDocumentIsARecipeOrHasMistakesThatAreTold() {
        RecipeReader reader = new RecipeReader(Engine.STRATEGIES);
        new Fuzzing("recipes", RecipeFuzzTest::document, WORDS)
                .feed((input, _) -> {
                    Recipe recipe = reader.parse(input, "recipe.json", folder);
                    recipe.datasetPath();
                    recipe.outputPath();
                    recipe.artifactsPath();
                    recipe.datasetOptions();
                    Recipe again = reader.parse(recipe.document(), "copy.json", folder);
                    assertThat(new String(again.document(), StandardCharsets.UTF_8))
                            .isEqualTo(new String(recipe.document(), StandardCharsets.UTF_8));
                });
    }

    @Test
    void anyReplacedSettingIsTakenOrToldToBeWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("recipe.json"), SOUND.getFirst());
        RecipeReader reader = new RecipeReader(Engine.STRATEGIES);
        List<String> assignments =
                List.of(
                        "run.workers=4",
                        "strategies.risk-table-mapping.smoothFactor=0.02",
                        "strategies.0.trainRatio=0.5",
                        "dataset.missing=[\"?\"]",
                        "dataset.dialect={\"quote\":\"'\"}");
        new Fuzzing("replaced settings", random -> bytes(assignments.get(random.nextInt(assignments.size()))), WORDS)
                .feed((input, _) ->
                        reader.read(
                                file,
                                RecipeOverrides.ofAssignments(List.of(new String(input, StandardCharsets.UTF_8)))));
    }

    private static byte[] document(Random random) {
        return bytes(SOUND.get(random.nextInt(SOUND.size())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
