package dev.millrace.engine;

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
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Real and large data against figures that pandas computed, where they are present.
class GoldenTest {

    private static final double RELATIVE = 1e-9;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"adult", "transactions"})
    void riskTablesAreThoseOfPandasInBothModes(String name) throws IOException {
        Path data = SharedData.path("data/" + name);
        JsonNode expected = read(SharedData.path("golden/" + name + ".json")).get("risk");
        RecipeText recipe = recipe(data, read(SharedData.path("golden/" + name + ".spec.json")));

        Runs.done(recipe.batch());
        Map<String, String> batch = Tree.results(folder.resolve("out"));
        assertSame(read(folder.resolve("out/model/risk_table_map.json")), expected);

        for (int workers : new int[] {1, 2, 5}) {
            Runs.done(recipe.streaming(workers).overwriting());
            Map<String, String> streaming = Tree.results(folder.resolve("out"));
            assertThat(streaming).hasSizeGreaterThan(batch.size());
            batch.forEach((file, bytes) -> {
                if (file.startsWith("model/")) {
                    assertThat(streaming.get(file)).as(file).isEqualTo(bytes);
                }
            });
        }
    }

    private RecipeText recipe(Path data, JsonNode spec) {
        JsonNode risk = spec.get("risk");
        List<String> missing = texts(spec.get("missing"));
        return RecipeText.of(data, folder.resolve("out"))
                .label(spec.get("label").stringValue())
                .missing(missing)
                .riskTable(
                        texts(risk.get("fields")),
                        risk.get("positive").stringValue(),
                        "smoothFactor",
                        risk.get("smoothFactor").doubleValue(),
                        "countThreshold",
                        risk.get("countThreshold").intValue(),
                        "maxUniqueThreshold",
                        risk.get("maxUnique").intValue());
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }

    private static void assertSame(JsonNode found, JsonNode expected) {
        assertThat(found.propertyNames()).containsExactlyInAnyOrderElementsOf(expected.propertyNames());
        expected.properties()
                .forEach(field -> {
                    JsonNode table = found.get(field.getKey());
                    assertThat(table.get("mode")).as(field.getKey()).isEqualTo(field.getValue().get("mode"));
                    double defaultBin = field.getValue().get("default_bin").doubleValue();
                    assertThat(table.get("default_bin").doubleValue())
                            .isCloseTo(defaultBin, within(defaultBin * RELATIVE));
                    Map<String, Double> bins = bins(field.getValue());
                    assertThat(bins(table)).as(field.getKey()).containsOnlyKeys(bins.keySet());
                    bins.forEach((category, risk) ->
                            assertThat(bins(table).get(category))
                                    .as("%s %s", field.getKey(), category)
                                    .isCloseTo(risk, within(risk * RELATIVE)));
                });
    }

    private static Map<String, Double> bins(JsonNode table) {
        Map<String, Double> bins = new HashMap<>();
        table.get("bins").properties().forEach(bin -> bins.put(bin.getKey(), bin.getValue().doubleValue()));
        return bins;
    }

    private static JsonNode read(Path file) throws IOException {
        return Json.parse(Files.readAllBytes(file), Place.of(file));
    }
}
