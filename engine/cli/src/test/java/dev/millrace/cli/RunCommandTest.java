package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

class RunCommandTest {

    @TempDir private Path folder;

    private Project project;

    @BeforeEach
    void copyProject() {
        project = Project.in(folder);
    }

    @Test
    void aRunWritesItsResultsAndTellsWhatCameOut() throws IOException {
        Cli.Outcome run = Cli.run("run", project.recipe());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Pass 1 of 2: fits risk-table-mapping (8 shards)")
                .contains("Pass 2 of 2: done, 5,000 rows in ")
                .containsPattern("Done in [\\d.]+ s: [\\d,]+ rows/s, [\\d.,]+ MB/s of input")
                .containsPattern("rows in +5,000\\R")
                .containsPattern("rows out +5,000 {2}train\\R")
                .containsPattern("warnings +none\\R")
                .containsPattern("peak memory +\\d")
                .containsPattern("artifacts +model/risk_table_map.json \\(")
                .containsPattern("output +8 files, .* in \\Q" + project.output() + "\\E\\R");
        assertThat(project.outputs()).contains("_SUCCESS", "_run/manifest.json", "train/part-00008.csv");
    }

    @Test
    void fewLinesAreShownForManyShards() {
        assertThat(Cli.run("run", project.recipe()).lines()).hasSizeLessThan(25);
    }

    @Test
    void everySplitIsCounted() {
        Path data = folder.resolve("split");
        Path recipe = folder.resolve("split.json");
        Cli.run("generate", data, "--rows", "1000", "--shards", 2, "--splits", "--recipe", recipe);

        assertThat(Cli.run("run", recipe).out())
                .containsPattern("rows in +1,000\\R")
                .containsPattern("rows out +700 {2}train\\R +rows out +150 {2}val\\R +rows out +150 {2}test\\R");
    }

    @Test
    void warningsAreListed() throws IOException {
        project.edit("\"maxUniqueThreshold\": 100", "\"maxUniqueThreshold\": 9");

        assertThat(Cli.run("run", project.recipe()).out())
                .containsPattern("warnings +\\S.*'?merchant_category'?.*\\R +\\S.*country");
    }

    @Test
    void theModeOptionStandsInPlaceOfTheRecipesMode() throws IOException {
        Cli.Outcome run = Cli.run("run", project.recipe(), "--mode", "batch");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(": batch, 1 worker, 8 shards");
        assertThat(project.outputs()).contains("train.csv").doesNotContain("train/part-00001.csv");
    }

    @Test
    void theWorkersOptionStandsInPlaceOfTheRecipesWorkers() {
        assertThat(Cli.run("run", project.recipe(), "--workers", 3).out()).contains(": streaming, 3 workers, 8 shards");
    }

    @Test
    void theMemoryOptionLimitsTheWorkers() {
        assertThat(Cli.run("run", project.recipe(), "--memory", 1).out()).contains(": streaming, 1 worker, 8 shards");
    }

    @Test
    void theOutputOptionIsRelativeToTheWorkingDirectory() throws IOException {
        Path elsewhere = folder.resolve("elsewhere/results");
        Path relative = Path.of("").toAbsolutePath().relativize(elsewhere);

        Cli.Outcome run = Cli.run("run", project.recipe(), "--output", relative);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(" in " + elsewhere);
        assertThat(elsewhere.resolve("_SUCCESS")).exists();
        assertThat(project.outputs()).isEmpty();
    }

    /// A recipe of somebody else may name any folder of this machine.
    @Test
    void pathsOutsideTheRecipesFolderAreShownBeforeTheRun() throws IOException {
        Project mine = Project.in(folder.resolve("mine")).edit("\"out\"", "\"../theirs\"");

        Cli.Outcome run = Cli.run("run", mine.recipe());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err().lines())
                .containsExactly("note: outside the recipe's folder: output.path " + folder.resolve("theirs"));
    }

    @Test
    void resultsAreReplacedOnlyWhenAskedTo() throws IOException {
        assertThat(Cli.run("run", project.recipe()).exitCode()).isZero();

        Cli.Outcome again = Cli.run("run", project.recipe(), "--mode", "batch");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("holds the results of an earlier run", "--overwrite");
        assertThat(project.outputs()).contains("_SUCCESS", "train/part-00001.csv");

        assertThat(Cli.run("run", project.recipe(), "--mode", "batch", "--overwrite").exitCode()).isZero();
        assertThat(project.outputs()).contains("_SUCCESS", "train.csv").doesNotContain("train/part-00001.csv");
    }

    @Test
    void jsonIsOneEventPerLineAndNothingElse() {
        Cli.Outcome run = Cli.run("run", project.recipe(), "--json");

        List<JsonNode> events = run.lines().stream().map(RunCommandTest::parsed).toList();
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(events.getFirst().path("event").asString()).isEqualTo("RunStarted");
        assertThat(events.getFirst().path("shards").asInt()).isEqualTo(8);
        assertThat(events.getLast().path("event").asString()).isEqualTo("RunEnded");
        assertThat(events.getLast().path("outcome").asString()).isEqualTo("done");
        assertThat(events).filteredOn(event -> event.path("event").asString().equals("ShardFinished")).hasSize(16);
    }

    @Test
    void aFailedRunEndsItsJsonWithTheFailure() throws IOException {
        Files.writeString(project.shard(3), "T1,short\n", StandardOpenOption.APPEND);

        Cli.Outcome run = Cli.run("run", project.recipe(), "--json");

        assertThat(run.exitCode()).isEqualTo(3);
        JsonNode last = parsed(run.lines().getLast());
        assertThat(last.path("event").asString()).isEqualTo("RunEnded");
        assertThat(last.path("outcome").asString()).isEqualTo("failed");
        assertThat(last.path("message").asString()).contains("part-00003.csv");
        assertThat(run.err()).startsWith("error: ");
    }

    private static JsonNode parsed(String line) {
        return Json.parse(line.getBytes(StandardCharsets.UTF_8), Place.of("line"));
    }
}
