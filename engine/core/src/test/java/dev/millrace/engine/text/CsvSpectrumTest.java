package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.format.Preview;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.testing.SharedData;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The corpus csv-spectrum, where it is present: each text against the values that its authors give.
class CsvSpectrumTest {

    private static final String TYPED_WRONG = "Contact Phone Number"; // in the corpus, text and values differ there

    @Test
    void everyTextOfTheCorpusHasTheValuesItShould() throws IOException {
        Path corpus = SharedData.path("corpora/csv-spectrum");
        List<Path> texts;
        try (Stream<Path> found = Files.list(corpus.resolve("csvs"))) {
            texts = found.sorted().toList();
        }
        assertThat(texts).hasSize(12);
        for (Path text : texts) {
            String name = text.getFileName().toString().replace(".csv", ".json");
            JsonNode expected = Json.parse(Files.readAllBytes(corpus.resolve("json").resolve(name)), Place.of(name));
            assertThat(comparable(values(text))).as(name).isEqualTo(comparable(values(expected)));
        }
    }

    private static List<Map<String, String>> comparable(List<Map<String, String>> rows) {
        rows.forEach(row -> row.remove(TYPED_WRONG));
        rows.forEach(
                row -> row.replaceAll((_, cell) -> cell.replace("\r\n", "\n"))); // lost by the corpus's version control
        return rows;
    }

    private static List<Map<String, String>> values(Path text) {
        Engine engine = new Engine();
        Dataset dataset = engine.openDataset(text, Job.TRAINING);
        Preview preview = engine.preview(dataset, dataset.shards().getFirst(), 1000);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> cells : preview.rows()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(preview.columns().get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /// A list of objects, or a single object for a text of one row.
    private static List<Map<String, String>> values(JsonNode json) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode object : json.isArray() ? json.values() : List.of(json)) {
            Map<String, String> row = new LinkedHashMap<>();
            object.properties().forEach(value -> row.put(value.getKey(), value.getValue().stringValue()));
            rows.add(row);
        }
        return rows;
    }
}
