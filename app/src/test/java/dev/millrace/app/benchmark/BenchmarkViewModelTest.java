package dev.millrace.app.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.ScriptedBenchmarks;
import dev.millrace.app.ScriptedRuns;
import dev.millrace.app.TestWiring;
import dev.millrace.app.Wiring;
import dev.millrace.app.run.RunState;
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
        assertThat(benchmark.expectationProperty().get().runs()).isEqualTo(12);
        benchmark.setUp().sides().getLast().workersProperty().set(0);
        assertThat(benchmark.expectationProperty().get()).as("two sides are the same").isNull();
        assertThat(benchmark.setUp().twins()).contains(new SetUpViewModel.Twins(2, 3));
        assertThat(benchmark.canStart()).isFalse();
    }

    @Test
    void everySideThatIsAddedDiffersFromAllOthers() {
        for (int side = 3; side <= SetUpViewModel.MOST_SIDES; side++) {
            benchmark.setUp().addSide();
            assertThat(benchmark.setUp().sides()).hasSize(side);
            assertThat(benchmark.setUp().twins()).isEmpty();
        }
        benchmark.setUp().remove(benchmark.setUp().sides().getFirst());
        benchmark.setUp().addSide();
        assertThat(benchmark.setUp().compared().getLast().name()).as("a mode that is missing first").isEqualTo("batch");
    }

    @Test
    void noRunStartsWhileABenchmarkIsOn() {
        benchmark.start(() -> {});
        wiring.shell().startRun();
        assertThat(wiring.run().stateProperty().get()).isEqualTo(RunState.IDLE);
        assertThat(wiring.shell().placeProperty().get()).isEqualTo(Place.BENCHMARK);
    }

    @Test
    void noBenchmarkStartsWhileARunIsOn() {
        wiring.shell().startRun();
        assertThat(wiring.run().stateProperty().get().isLive()).isTrue();
        benchmark.start(() -> {});
        assertThat(benchmark.stateProperty().get()).isEqualTo(BenchmarkState.IDLE);
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
        assertThat(test.atOnce(folder, new ScriptedRuns()).benchmark().earlier().benchmarks())
                .as("read when shown")
                .isEmpty();
        assertThat(benchmark.earlier().benchmarks()).hasSize(1);
        assertThat(benchmark.earlier().benchmarks().getFirst().benchmark().document())
                .isEqualTo(found(STARTED, "00ff").document());
        benchmark.earlier().remove(benchmark.earlier().benchmarks());
        assertThat(benchmark.earlier().benchmarks()).isEmpty();
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
        benchmark.earlier().choose(List.copyOf(benchmark.earlier().benchmarks()));
        assertThat(benchmark.earlier().comparisonProperty().get().differences())
                .singleElement()
                .asString()
                .startsWith("data");
        assertThat(benchmark.earlier().comparisonProperty().get().sides()).hasSize(2);
    }
}
