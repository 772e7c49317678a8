package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.history.EndedRun;
import dev.millrace.app.history.PastRun;
import dev.millrace.app.results.Verdict;
import dev.millrace.app.shell.Place;
import dev.millrace.engine.Engine;
import dev.millrace.engine.results.Results;
import dev.millrace.engine.results.RunRecord;
import dev.millrace.engine.run.RunEvent.Outcome;

import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// A picture of every state of Results and of the history, in light and dark and two sizes.
class ResultsSnapshotTest {

    @TempDir Path folder;

    private final TestWiring test = new TestWiring();
    private final ScriptedRuns script = new ScriptedRuns();
    private FinishedRuns runs;
    private Wiring wiring;

    @BeforeEach
    void wire() throws Exception {
        runs = new FinishedRuns(folder);
        wiring = Snapshots.onScreenThread(() -> test.atOnce(folder, script));
        onScreen(() -> wiring.shell().placeProperty().set(Place.RESULTS));
    }

    private static void onScreen(Runnable work) throws Exception {
        Snapshots.onScreenThread(() -> {
            work.run();
            return 0;
        });
    }

    private void snapshot(String name, Consumer<Scene> first) throws Exception {
        Snapshots.writeBoth(wiring, name, first);
    }

    private void snapshot(String name) throws Exception {
        snapshot(name, _ -> {});
    }

    private static Consumer<Scene> section(String name) {
        return scene -> ((ToggleButton) scene.lookup("#section-" + name)).fire();
    }

    private Results.Finished open() throws Exception {
        Results.Finished results = runs.done(runs.recipe("fraud training set", "out", 0.01, 2));
        onScreen(() -> wiring.results().open(results.folder()));
        return results;
    }

    @Test
    void resultsBeforeTheFirstRun() throws Exception {
        snapshot("results-empty");
        onScreen(() -> wiring.results().historyShownProperty().set(true));
        snapshot("history-empty");
    }

    @Test
    void resultsThatAreRead() throws Exception {
        Executor never = _ -> {};
        wiring = Snapshots.onScreenThread(() -> test.inBackground(folder, script, never, Runnable::run));
        onScreen(() -> {
            wiring.results().open(folder);
            wiring.shell().placeProperty().set(Place.RESULTS);
        });
        snapshot("results-loading");
    }

    @Test
    void resultsOfAFinishedRun() throws Exception {
        open();
        snapshot("results-data");
        Snapshots.write(wiring, "results-data", 960, 640);
        snapshot("results-learned", section("learned"));
        snapshot("results-files", section("files"));
        snapshot("results-recipe", section("recipe"));
        snapshot("results-events", section("events"));
    }

    @Test
    void verifiedResults() throws Exception {
        Results.Finished results = open();
        onScreen(wiring.results()::verify);
        snapshot("results-verified", section("learned"));
        Files.writeString(results.folder().resolve("train/part-00001.csv"), "changed");
        Files.delete(results.folder().resolve("val/part-00002.csv"));
        onScreen(wiring.results()::verify);
        assertThat(wiring.results().verdictProperty().get()).isEqualTo(Verdict.DAMAGED);
        snapshot("results-damaged", section("files"));
    }

    @Test
    void questionBeforeResultsAreRemoved() throws Exception {
        open();
        onScreen(wiring.results()::askRemoval);
        snapshot("results-remove");
    }

    @Test
    void unfinishedRun() throws Exception {
        Results.Unfinished results = runs.unfinished(runs.recipe("fraud training set", "out", 0.01, 1));
        onScreen(() -> wiring.results().open(results.folder()));
        snapshot("results-unfinished");
    }

    @Test
    void failedRun() throws Exception {
        onScreen(() -> {
            wiring.home().openSample();
            wiring.shell().startRun();
            RunScript.midway(script, wiring.run());
            RunScript.fail(script, wiring.run());
            wiring.shell().placeProperty().set(Place.RESULTS);
        });
        assertThat(wiring.results().verdictProperty().get()).isEqualTo(Verdict.FAILED);
        snapshot("results-failed");
    }

    @Test
    void folderWithoutARun() throws Exception {
        onScreen(() -> wiring.results().open(folder));
        snapshot("results-refused");
    }

    @Test
    void longNames() throws Exception {
        String name = "transactions of all merchants in all countries since the migration, weekly, reviewed ".repeat(2);
        Path recipe = runs.recipe(name.strip(), "results-of-the-weekly-preparation/in-a-very-deep-folder", 0.01, 1);
        Results.Finished results = runs.done(recipe);
        onScreen(() -> wiring.results().open(results.folder()));
        snapshot("results-long-names");
    }

    private void remember() throws IOException {
        Results.Finished first = runs.done(runs.recipe("fraud training set", "out-1", 0.01, 1));
        Results.Finished second = runs.done(runs.recipe("fraud training set, smoothed", "out-2", 0.05, 2));
        RunRecord gone = RunRecord.of(first);
        wiring.results().ended(EndedRun.of(RunRecord.of(first)));
        wiring.results().ended(EndedRun.of(RunRecord.of(second)));
        wiring.results()
                .ended(
                        EndedRun.of(
                                RunRecord.withoutManifest(
                                        Instant.parse("2026-03-01T08:30:00Z"),
                                        Duration.ofSeconds(95),
                                        Outcome.FAILED,
                                        new Engine().readRecipe(folder.resolve("out-1.millrace.json")),
                                        List.of("data/part-00003.csv, line 48213"))));
        wiring.results()
                .ended(
                        EndedRun.of(
                                new RunRecord(
                                        1,
                                        "20260102-030405-ab12",
                                        Instant.parse("2026-01-02T03:04:05Z"),
                                        3_725_000,
                                        Outcome.DONE,
                                        folder.resolve("gone").toString(),
                                        gone.recipe(),
                                        gone.figures(),
                                        0,
                                        List.of())));
    }

    @Test
    void history() throws Exception {
        onScreen(() -> {
            try {
                remember();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            wiring.results().historyShownProperty().set(true);
        });
        assertThat(wiring.history().runs()).hasSize(4);
        snapshot("history");
        snapshot(
                "history-comparison",
                scene -> ((TableView<?>) scene.lookup("#runs")).getSelectionModel().selectIndices(0, 1));
        onScreen(() -> wiring.results().open(wiring.history().runs().getLast().record()));
        snapshot("results-gone");
        RunRecord failed =
                wiring.history().runs().stream()
                        .map(PastRun::record)
                        .filter(run -> run.outcome() == Outcome.FAILED)
                        .findFirst()
                        .orElseThrow();
        onScreen(() -> wiring.results().open(failed));
        snapshot("results-failed-earlier");
    }
}
