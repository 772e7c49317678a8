package dev.millrace.engine.jsonlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.testing.RandomDataset;
import dev.millrace.engine.testing.RawCsv;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.SharedData;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// JSON copies of real and large data against figures that pandas computed, where they are present.
class JsonGoldenTest {

    private static final double RELATIVE = 1e-9;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"adult, .jsonl", "adult, .json", "transactions, .jsonl"})
    void riskTablesAreThoseOfPandas(String name, String ending) {
        Path data = SharedData.path("data/" + name);
        JsonNode expected = read(SharedData.path("golden/" + name + ".json")).get("risk");
        JsonNode spec = read(SharedData.path("golden/" + name + ".spec.json"));
        JsonNode risk = spec.get("risk");
        List<Path> shards = shards(data);
        RandomDataset original =
                new RandomDataset(
                        data,
                        Map.of("train", shards),
                        RawCsv.values(Tree.bytes(shards.getFirst()).lines().findFirst().orElseThrow()).getFirst(),
                        spec.get("label").stringValue(),
                        risk.get("positive").stringValue(),
                        texts(spec.get("missing")),
                        texts(risk.get("fields")));
        JsonCopy copy = JsonCopy.write(original, folder.resolve("in"), ending, 1);
        Object[] settings = {
            "smoothFactor", risk.get("smoothFactor").doubleValue(),
            "countThreshold", risk.get("countThreshold").intValue(),
            "maxUniqueThreshold", risk.get("maxUnique").intValue()
        };

        Runs.done(copy.recipe(folder.resolve("batch"), settings).batch());
        Runs.done(copy.recipe(folder.resolve("streaming"), settings).streaming(2));

        JsonNode found = read(folder.resolve("streaming/model/risk_table_map.json"));
        assertThat(found).isEqualTo(read(folder.resolve("batch/model/risk_table_map.json")));
        assertSame(found, expected);
    }

    private static void assertSame(JsonNode found, JsonNode expected) {
        assertThat(found.propertyNames()).containsExactlyInAnyOrderElementsOf(expected.propertyNames());
        expected.properties()
                .forEach(field -> {
                    Map<String, Double> risks = bins(found.get(field.getKey()));
                    Map<String, Double> bins = bins(field.getValue());
                    assertThat(risks).as(field.getKey()).containsOnlyKeys(bins.keySet());
                    bins.forEach((category, bin) ->
                            assertThat(risks.get(category))
                                    .as("%s %s", field.getKey(), category)
                                    .isCloseTo(bin, within(bin * RELATIVE)));
                });
    }

    private static Map<String, Double> bins(JsonNode table) {
        Map<String, Double> bins = new HashMap<>();
        table.get("bins").properties().forEach(bin -> bins.put(bin.getKey(), bin.getValue().doubleValue()));
        return bins;
    }

    private static List<Path> shards(Path data) {
        try (Stream<Path> files = Files.list(data)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }

    private static JsonNode read(Path file) {
        try {
            return Json.parse(Files.readAllBytes(file), Place.of(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
