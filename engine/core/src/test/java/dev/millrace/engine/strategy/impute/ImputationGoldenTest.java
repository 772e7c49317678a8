package dev.millrace.engine.strategy.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.SharedData;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Figures that pandas computed of real and of generated data.
class ImputationGoldenTest {

    private static final double TOLERANCE = 1e-9;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"adult, mean", "transactions, mean", "transactions, median", "transactions, mode"})
    void valuesAreThoseOfPandas(String dataset, String strategy) throws IOException {
        JsonNode golden = read(SharedData.path("golden/" + dataset + ".json"));
        JsonNode spec = read(SharedData.path("golden/" + dataset + ".spec.json"));
        Path data = SharedData.path("data/" + dataset);
        List<String> missing = new ArrayList<>();
        spec.get("missing").forEach(token -> missing.add(token.stringValue()));
        Path batch = folder.resolve("batch");
        Path streaming = folder.resolve("streaming");
        RecipeText inBatch = recipe(data, batch, strategy, spec, missing).batch();
        Runs.done(inBatch);
        Runs.done(recipe(data, streaming, strategy, spec, missing).streaming(3));
        assertThat(Tree.files(streaming.resolve("model"))).isEqualTo(Tree.files(batch.resolve("model")));

        JsonNode values = read(batch.resolve("model/impute_dict.json"));
        JsonNode summary = read(batch.resolve("model/imputation_summary.json"));
        JsonNode expected = golden.get("impute");
        assertThat(values.propertyNames()).containsExactlyInAnyOrderElementsOf(expected.propertyNames());
        for (String column : expected.propertyNames()) {
            JsonNode figures = golden.get("columns").get(column);
            JsonNode entry = summary.get(column);
            assertThat(entry.get("type")).isEqualTo(figures.get("type"));
            assertThat(entry.get("missing_count")).isEqualTo(figures.get("missing"));
            assertThat(entry.get("filled").get("train").longValue()).isEqualTo(figures.get("missing").longValue());
            JsonNode value = values.get(column);
            if (value.isNumber()) {
                double wanted = expected.get(column).get(strategy).doubleValue();
                assertThat(value.doubleValue()).isCloseTo(wanted, within(Math.abs(wanted) * TOLERANCE));
            } else {
                assertThat(value).isEqualTo(expected.get(column).get("mode"));
            }
        }
    }

    private static RecipeText recipe(Path data, Path output, String strategy, JsonNode spec, List<String> missing) {
        return RecipeText.of(data, output)
                .label(spec.get("label").stringValue())
                .missing(missing)
                .strategy(MissingValueImputation.ID, "numerical", strategy);
    }

    private static JsonNode read(Path file) throws IOException {
        return Json.parse(Files.readAllBytes(file), Place.of(file));
    }
}
