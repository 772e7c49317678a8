package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.block.ContentHash;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.testing.RandomDataset;
import dev.millrace.engine.testing.RandomDatasets;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a run tells of itself, against what it has really read and written.
class ManifestTest {

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final Path in = files.getPath("/secret-place/in");
    private final Path out = files.getPath("/secret-place/out");

    @Seeds(count = 30)
    void everyFileIsListedWithItsSizeHashAndRows(long seed) throws IOException {
        Manifest manifest = run(seed);
        TreeSet<String> listed = new TreeSet<>(List.of("_SUCCESS"));
        for (Manifest.Output output : manifest.outputs()) {
            listed.add(output.path());
            assertThat(Files.size(out.resolve(output.path()))).isEqualTo(output.bytes());
            assertThat(ContentHash.of(Files.readAllBytes(out.resolve(output.path())))).isEqualTo(output.hash());
        }
        for (Manifest.ArtifactEntry artifact : manifest.artifacts()) {
            listed.add(artifact.path());
            assertThat(Files.size(out.resolve(artifact.path()))).isEqualTo(artifact.bytes());
            assertThat(ContentHash.of(Files.readAllBytes(out.resolve(artifact.path())))).isEqualTo(artifact.hash());
        }
        assertThat(listed).isEqualTo(Tree.results(out).keySet());
        for (Manifest.Input input : manifest.inputs()) {
            Path file = in.resolve(input.path());
            assertThat(Files.size(file)).isEqualTo(input.bytes());
            assertThat(ContentHash.of(Files.readAllBytes(file))).isEqualTo(input.hash());
            assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(input.modified());
        }
    }

    @Seeds(count = 30)
    void theRowsAddUp(long seed) throws IOException {
        Manifest manifest = run(seed);
        assertThat(manifest.rows().balanced()).isTrue();
        assertThat(manifest.inputs().stream().mapToLong(Manifest.Input::rows).sum()).isEqualTo(manifest.rows().in());
        for (Map.Entry<String, Long> split : manifest.rows().out().entrySet()) {
            long rows =
                    manifest.outputs().stream()
                            .filter(output -> output.split().equals(split.getKey()))
                            .mapToLong(Manifest.Output::rows)
                            .sum();
            assertThat(rows).as(split.getKey()).isEqualTo(split.getValue());
        }
        assertThat(manifest.passes().getLast().rows()).isEqualTo(manifest.rows().in());
        assertThat(manifest.passes()).extracting(Manifest.PassEntry::kind).containsExactly("fit", "transform");
    }

    @Seeds(count = 10)
    void theFileIsTheManifest(long seed) throws IOException {
        Manifest manifest = run(seed);
        assertThat(Files.readAllBytes(out.resolve("_run/manifest.json"))).isEqualTo(manifest.document());
        JsonNode file = json("_run/manifest.json");
        assertThat(file.get("format").intValue()).isEqualTo(1);
        assertThat(Instant.parse(file.get("started").stringValue())).isEqualTo(manifest.started());
        assertThat(manifest.ended()).isAfterOrEqualTo(manifest.started());
        assertThat(file.get("outputs")).hasSize(manifest.outputs().size());
        assertThat(manifest.memory().peakHeapBytes()).isPositive();
        assertThat(manifest.machine().processors()).isPositive();
    }

    @Test
    void theRecipeIsInItWithItsHashAndAsAFile() throws IOException {
        Manifest manifest = run(1);
        assertThat(ContentHash.of(Files.readAllBytes(out.resolve("_run/recipe.json"))))
                .isEqualTo(manifest.recipeHash());
        assertThat(json("_run/manifest.json").get("recipe")).isEqualTo(json("_run/recipe.json"));
    }

    @Test
    void pathsInItAreRelative() throws IOException {
        Manifest manifest = run(3);
        Stream<String> paths =
                Stream.of(
                                manifest.inputs().stream().map(Manifest.Input::path),
                                manifest.outputs().stream().map(Manifest.Output::path),
                                manifest.artifacts().stream().map(Manifest.ArtifactEntry::path),
                                manifest.passes().stream()
                                        .flatMap(pass -> pass.shards().stream())
                                        .map(Manifest.ShardTime::shard))
                        .flatMap(each -> each);
        assertThat(paths)
                .isNotEmpty()
                .noneMatch(path -> path.startsWith("/") || path.contains("\\") || path.contains(".."));
    }

    @Seeds(count = 10)
    void nothingOutsideOfRunHoldsATimeAPathOrTheRunsName(long seed) throws IOException {
        Manifest manifest = run(seed);
        String year = manifest.started().toString().substring(0, 10);
        Tree.results(out)
                .forEach((name, text) ->
                        assertThat(text)
                                .as(name)
                                .doesNotContain("secret-place", manifest.run(), year, year.replace("-", "")));
    }

    @Seeds(count = 10)
    void everyLineOfTheEventsIsOneEvent(long seed) throws IOException {
        Manifest manifest = run(seed);
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(out.resolve("_run/events.jsonl"))) {
            JsonNode event = Json.parse(line.getBytes(StandardCharsets.UTF_8), Place.of("event"));
            assertThat(event.propertyNames()).startsWith("event", "at");
            assertThat(Instant.parse(event.get("at").stringValue())).isBetween(manifest.started(), manifest.ended());
            events.add(event);
        }
        assertThat(type(events.getFirst())).isEqualTo("RunStarted");
        assertThat(events.getFirst().get("run").stringValue()).isEqualTo(manifest.run());
        assertThat(type(events.getLast())).isEqualTo("RunEnded");
        assertThat(events.getLast().get("outcome").stringValue()).isEqualToIgnoringCase("done");
        int shards = manifest.inputs().size();
        assertThat(events).filteredOn(event -> type(event).equals("ShardFinished")).hasSizeGreaterThanOrEqualTo(shards);
        assertThat(events)
                .filteredOn(event -> type(event).equals("ArtifactSaved"))
                .hasSize(manifest.artifacts().size());
        assertThat(events).filteredOn(event -> type(event).equals("Warning")).hasSize(manifest.warnings().size());
    }

    /// Two strategies of one kind: each artifact that is listed must be there as it is listed.
    @Test
    void artifactsOfTwoStrategiesAreListedAsTheyAre() throws IOException {
        Tree.write(in.resolve("part-1.csv"), "f,g,label\nx,u,1\ny,v,0\n");
        Manifest manifest =
                Runs.done(
                        RecipeText.of(in, out)
                                .label("label")
                                .riskTable(List.of("f"), "1")
                                .riskTable(List.of("g"), "1"));
        assertThat(manifest.artifacts())
                .extracting(Manifest.ArtifactEntry::path)
                .containsExactlyInAnyOrder(
                        "model/risk_table_map.json",
                        "model/risk_table_map.pkl",
                        "model/risk_table_map-2.json",
                        "model/risk_table_map-2.pkl");
        for (Manifest.ArtifactEntry artifact : manifest.artifacts()) {
            assertThat(ContentHash.of(Files.readAllBytes(out.resolve(artifact.path())))).isEqualTo(artifact.hash());
        }
    }

    @Test
    void rowsBalanceWithThoseRepeatedDroppedAndRejected() {
        Map<String, Long> out = Map.of("train", 7L, "val", 2L);
        Map<String, Long> dropped = Map.of("not in the sample", 3L);
        assertThat(new Manifest.Rows(12, out, 1, dropped, 1).balanced()).isTrue();
        assertThat(new Manifest.Rows(12, out, 0, dropped, 1).balanced()).isFalse();
        assertThat(new Manifest.Rows(12, out, 1, Map.of(), 1).balanced()).isFalse();
    }

    @Test
    void inputsThatAreIgnoredOrEmptyAreNoTrouble() throws IOException {
        Tree.write(in.resolve("part-1.csv"), "f,label\nx,1\n");
        Tree.write(in.resolve("part-2.csv"), "");
        Tree.write(in.resolve("README.md"), "not a shard");
        Manifest manifest = Runs.done(RecipeText.of(in, out).label("label").riskTable(List.of("f"), "1").streaming(2));
        assertThat(manifest.inputs()).extracting(Manifest.Input::rows).containsExactly(1L, 0L);
        assertThat(manifest.outputs()).extracting(Manifest.Output::path).containsExactly("train/part-00001.csv");
    }

    @Test
    void aDatasetOfOneFileOfAnyNameIsShardOne() throws IOException {
        Path file = Tree.write(in.resolve("survey 2025.csv"), "f,label\nx,1\n");
        Manifest manifest =
                Runs.done(RecipeText.of(file, out).label("label").riskTable(List.of("f"), "1").streaming(1));
        assertThat(manifest.inputs()).extracting(Manifest.Input::path).containsExactly("survey 2025.csv");
        assertThat(manifest.outputs()).extracting(Manifest.Output::path).containsExactly("train/part-00001.csv");
    }

    private Manifest run(long seed) throws IOException {
        RandomDataset dataset = RandomDatasets.write(seed, in);
        RecipeText recipe = dataset.recipe(out, "maxUniqueThreshold", 10);
        return Runs.done(seed % 2 == 0 ? recipe.batch() : recipe.streaming(2));
    }

    private JsonNode json(String name) throws IOException {
        return Json.parse(Files.readAllBytes(out.resolve(name)), Place.of(name));
    }

    private static String type(JsonNode event) {
        return event.get("event").stringValue();
    }
}
