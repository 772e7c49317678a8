package dev.millrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.testing.SharedData;
import dev.millrace.engine.testing.Tree;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is learned of the data that pandas computed figures of is the same, to the byte, from copies in other formats
/// and in both modes. The figures themselves are held by the golden tests of each strategy, over CSV.
class GoldenFormatsTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"adult, jsonl", "adult, parquet", "transactions, jsonl", "transactions, parquet"})
    void everyStrategyLearnsOfACopyWhatItLearnsOfCsv(String name, String format) throws IOException {
        Path data = SharedData.path("data/" + name);
        JsonNode spec =
                Json.parse(Files.readAllBytes(SharedData.path("golden/" + name + ".spec.json")), Place.of(name));
        run(
                "copy",
                data,
                spec,
                List.of(Map.of("strategy", "missing-value-imputation", "exclude", columns(name))),
                format,
                "streaming");
        List<List<Map<String, Object>>> chains = chains(spec);
        for (int i = 0; i < chains.size(); i++) {
            Manifest expected = run("csv" + i, data, spec, chains.get(i), "same", "batch");
            for (String mode : List.of("batch", "streaming")) {
                Path copy = folder.resolve("copy/train");
                Manifest found = run(format + i + mode, copy, spec, chains.get(i), "same", mode);
                assertThat(found.rows()).as(mode).isEqualTo(expected.rows());
                assertThat(model(format + i + mode)).as(mode).isEqualTo(model("csv" + i));
            }
        }
    }

    private static List<List<Map<String, Object>>> chains(JsonNode spec) {
        JsonNode risk = spec.get("risk");
        JsonNode sampling = spec.get("sampling");
        List<List<Map<String, Object>>> chains = new ArrayList<>();
        chains.add(List.of(Map.of("strategy", "tabular-split")));
        chains.add(List.of(Map.of("strategy", "missing-value-imputation", "numerical", "median")));
        chains.add(
                List.of(
                        Map.of(
                                "strategy", "risk-table-mapping",
                                "fields", risk.get("fields"),
                                "positiveLabel", risk.get("positive"))));
        for (String allocation : List.of("balanced", "proportional_min", "optimal", "external_proportional")) {
            Map<String, Object> settings = new LinkedHashMap<>();
            settings.put("strategy", "stratified-sampling");
            settings.put("strataColumn", sampling.get("strata"));
            settings.put("targetSize", sampling.get("n"));
            settings.put("allocation", allocation);
            settings.put("minPerStratum", sampling.get("m"));
            if (allocation.equals("optimal")) {
                settings.put("varianceColumn", sampling.get("variance"));
            }
            if (allocation.equals("external_proportional")) {
                settings.put("referenceCounts", sampling.get("ref"));
                settings.put("multiplier", sampling.get("mult"));
            }
            chains.add(List.of(settings));
        }
        return chains;
    }

    /// All that have missing cells: so that the copy changes none.
    private static List<String> columns(String name) {
        return name.equals("adult")
                ? List.of("workclass", "occupation", "native-country")
                : List.of("age", "income", "score", "velocity_1d", "device", "email_domain");
    }

    private Manifest run(
            String output, Path data, JsonNode spec, List<Map<String, Object>> strategies, String format, String mode) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("path", data.toString());
        dataset.put("label", spec.get("label"));
        dataset.put("missing", spec.get("missing"));
        Map<String, Object> recipe = new LinkedHashMap<>();
        recipe.put("version", 1);
        recipe.put("dataset", dataset);
        recipe.put("strategies", strategies);
        recipe.put("output", Map.of("path", output, "format", format));
        recipe.put("run", Map.of("mode", mode, "workers", 2));
        Path file = Tree.write(folder.resolve(output + ".json"), Json.document(recipe));
        Engine engine = new Engine();
        return switch (engine.start(engine.plan(engine.readRecipe(file))).await()) {
            case RunResult.Done(Manifest manifest) -> manifest;
            case RunResult.Failed(RuntimeException cause) -> Assertions.fail(output + " failed", cause);
            case RunResult.Cancelled() -> Assertions.fail("the run was cancelled");
        };
    }

    private Map<String, String> model(String output) {
        Map<String, String> model = new LinkedHashMap<>(Tree.results(folder.resolve(output)));
        model.keySet().removeIf(file -> !file.startsWith("model/"));
        return model;
    }
}
