package dev.millrace.app.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.ScriptedBenchmarks;
import dev.millrace.app.ScriptedRuns;
import dev.millrace.app.TestWiring;
import dev.millrace.app.Wiring;
import dev.millrace.app.shell.Light;
import dev.millrace.app.shell.Place;
import dev.millrace.engine.problem.CancelledException;
import dev.millrace.lab.result.Benchmark;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Benchmark without a window.
class BenchmarkViewModelTest {

    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir private Path folder;

    private final TestWiring test = new TestWiring();
    private Wiring wiring;
    private BenchmarkViewModel benchmark;

    @BeforeEach
    void wire() {
        wiring = test.atOnce(folder, new ScriptedRuns());
        benchmark = wiring.benchmark();
        wiring.home().openSample();
        wiring.shell().placeProperty().set(Place.BENCHMARK);
    }

    private static Benchmark found(Instant started, String data) {
        return ScriptedBenchmarks.benchmark(started, "batch", "streaming", data);
    }

    @Test
    void whatToExpectFollowsWhatIsSetUp() {
        assertThat(benchmark.expectationProperty().get().runs()).isEqualTo(22);
        benchmark.setUp().runsProperty().set(3);
        assertThat(benchmark.expectationProperty().get().runs()).isEqualTo(8);
        benchmark.setUp().addSide();
        assertThat(benchmark.expectationProperty().get()).as("two sides are the same").isNull();
        benchmark.setUp().sides().getLast().workersProperty().set(2);
        assertThat(benchmark.expectationProperty().get().runs()).isEqualTo(12);
    }

    @Test
    void everyRunIsThereAsSoonAsItHasEnded() {
        benchmark.start(() -> {});
        test.benchmarks.midway(3);
        assertThat(benchmark.board().runs()).hasSize(6);
        assertThat(wiring.shell().statusProperty().get()).isEqualTo("Benchmark · run 7 of 22");
        assertThat(wiring.shell().light(Place.BENCHMARK).get()).isEqualTo(Light.RUNNING);
    }

    @Test
    void whatWasFoundIsShownAndRemembered() {
        benchmark.start(() -> {});
        test.benchmarks.end(found(STARTED, "00ff"));
        assertThat(benchmark.stateProperty().get()).isEqualTo(BenchmarkState.DONE);
        assertThat(benchmark.openProperty().get().folder().getParent()).isEqualTo(folder);
        assertThat(test.atOnce(folder, new ScriptedRuns()).benchmark().earlier()).as("read when shown").isEmpty();
        assertThat(benchmark.earlier()).hasSize(1);
        assertThat(benchmark.earlier().getFirst().benchmark().document()).isEqualTo(found(STARTED, "00ff").document());
        benchmark.remove(benchmark.earlier());
        assertThat(benchmark.earlier()).isEmpty();
    }

    @Test
    void aBenchmarkThatIsCancelledIsNoFailure() {
        benchmark.start(() -> {});
        benchmark.cancel();
        assertThat(test.benchmarks.isCancelled()).isTrue();
        test.benchmarks.fail(new CancelledException());
        assertThat(benchmark.stateProperty().get()).isEqualTo(BenchmarkState.CANCELLED);
        assertThat(benchmark.problemProperty().get()).isNull();
    }

    @Test
    void othersDataAreNotComparable() {
        for (String data : List.of("one", "other")) {
            benchmark.start(() -> {});
            test.benchmarks.end(found(data.equals("one") ? STARTED : STARTED.plusSeconds(60), data));
        }
        benchmark.choose(List.copyOf(benchmark.earlier()));
        assertThat(benchmark.comparisonProperty().get().differences()).singleElement().asString().startsWith("data");
        assertThat(benchmark.comparisonProperty().get().sides()).hasSize(2);
    }
}
