package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.benchmark.BenchmarkSection;
import dev.millrace.app.benchmark.BenchmarkState;
import dev.millrace.app.shell.Place;
import dev.millrace.engine.problem.CancelledException;

import javafx.scene.Scene;
import javafx.scene.control.TableView;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/// A picture of every state of Benchmark, in light and dark and two sizes.
class BenchmarkSnapshotTest {

    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir Path folder;

    private final TestWiring test = new TestWiring();
    private Wiring wiring;

    @BeforeEach
    void wire() throws Exception {
        wiring = Snapshots.onScreenThread(() -> test.atOnce(folder, new ScriptedRuns()));
        onScreen(() -> wiring.shell().placeProperty().set(Place.BENCHMARK));
    }

    private static void onScreen(Runnable work) throws Exception {
        Snapshots.onScreenThread(() -> {
            work.run();
            return 0;
        });
    }

    private void snapshot(String name) throws Exception {
        snapshot(name, _ -> {});
    }

    private void snapshot(String name, Consumer<Scene> first) throws Exception {
        Snapshots.writeBoth(wiring, name, first);
    }

    private void openSample() throws Exception {
        onScreen(() -> {
            wiring.home().openSample();
            wiring.shell().placeProperty().set(Place.BENCHMARK);
        });
    }

    private void start() throws Exception {
        openSample();
        onScreen(() -> wiring.benchmark().start(() -> {}));
        assertThat(wiring.benchmark().stateProperty().get()).isEqualTo(BenchmarkState.RUNNING);
    }

    @Test
    void beforeAnythingIsOpen() throws Exception {
        snapshot("benchmark-empty");
    }

    @Test
    void setUp() throws Exception {
        test.benchmarks.load = 0.4;
        openSample();
        onScreen(() -> wiring.benchmark().setUp().addSide());
        snapshot("benchmark-set-up");
    }

    @Test
    void underWay() throws Exception {
        start();
        onScreen(() -> test.benchmarks.midway(5));
        snapshot("benchmark-live");
    }

    @Test
    void results() throws Exception {
        start();
        onScreen(() -> test.benchmarks.end(ScriptedBenchmarks.benchmark(STARTED, "batch", "streaming", "00ff")));
        snapshot("benchmark-results");
        Snapshots.write(wiring, "benchmark-results-whole", 1280, 1900);
    }

    @Test
    void longNames() throws Exception {
        start();
        String base = "batch, 1024 MiB heap, 2 CPU, 75 % of the data";
        String other = "streaming, 16 workers, 1024 MiB heap, 2 CPU, 75 % of the data";
        onScreen(() -> test.benchmarks.end(ScriptedBenchmarks.benchmark(STARTED, base, other, "00ff")));
        snapshot("benchmark-long-names");
    }

    @Test
    void failed() throws Exception {
        start();
        onScreen(() -> test.benchmarks.fail(new IllegalStateException("the disk is full")));
        snapshot("benchmark-failed");
    }

    @Test
    void cancelled() throws Exception {
        start();
        onScreen(() -> {
            test.benchmarks.midway(3);
            wiring.benchmark().cancel();
            test.benchmarks.fail(new CancelledException());
        });
        assertThat(wiring.benchmark().stateProperty().get()).isEqualTo(BenchmarkState.CANCELLED);
        snapshot("benchmark-cancelled");
    }

    @Test
    void earlierOnes() throws Exception {
        for (int day = 0; day < 3; day++) {
            Instant started = STARTED.plusSeconds(86_400L * day);
            String data = day == 0 ? "another" : "00ff";
            start();
            onScreen(() -> test.benchmarks.end(ScriptedBenchmarks.benchmark(started, "batch", "streaming", data)));
        }
        onScreen(() -> wiring.benchmark().sectionProperty().set(BenchmarkSection.EARLIER));
        assertThat(wiring.benchmark().earlier().benchmarks()).hasSize(3);
        snapshot(
                "benchmark-earlier",
                scene -> ((TableView<?>) scene.lookup("#benchmarks")).getSelectionModel().selectIndices(0, 2));
    }
}
