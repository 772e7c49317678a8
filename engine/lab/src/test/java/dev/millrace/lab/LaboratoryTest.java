package dev.millrace.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.Engine;
import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Side;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.BenchmarkSettings;
import dev.millrace.sample.SampleProject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;

class LaboratoryTest {

    private static final BenchmarkSettings SHORT =
            new BenchmarkSettings(
                    List.of(), Set.of(), 1, 1, 1, 7, 0, List.of(1.0), List.of(), List.of(), List.of(), List.of(), null);

    @TempDir private Path folder;

    @Test
    void everyRunIsToldWhenItBeginsAndWhenItEnds() throws IOException {
        Recipe recipe = recipe();
        Queue<LabEvent> events = new ConcurrentLinkedQueue<>();
        Laboratory laboratory = new Laboratory();

        Benchmark benchmark = laboratory.start(recipe, SHORT, folder.resolve("scratch"), events::add).result().join();

        assertThat(laboratory.runs(recipe, SHORT)).isEqualTo(4);
        assertThat(benchmark.runs()).hasSize(4).filteredOn(run -> run.warmUp()).hasSize(2);
        assertThat(events.peek()).isInstanceOf(LabEvent.Begun.class);
        assertThat(events).filteredOn(LabEvent.RunBegun.class::isInstance).hasSize(4);
        assertThat(events)
                .filteredOn(LabEvent.RunEnded.class::isInstance)
                .hasSize(4)
                .last()
                .satisfies(ended -> assertThat(((LabEvent.RunEnded) ended).secondsLeft()).isNull());
        assertThat(events).filteredOn(LabEvent.Compared.class::isInstance).hasSize(1);
        assertThat(folder.resolve("scratch")).doesNotExist();
        assertThat(recipe.outputPath()).doesNotExist();
    }

    @Test
    void sidesThatAreNamedAreComparedWithTheFirst() throws IOException {
        Side base = Side.of(Mode.STREAMING).withWorkers(1);
        Side half = Side.of(Mode.BATCH).withFraction(0.5);
        BenchmarkSettings settings =
                new BenchmarkSettings(
                        List.of(base, half),
                        Set.of(),
                        1,
                        0,
                        1,
                        7,
                        0,
                        List.of(1.0),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null);

        Benchmark benchmark =
                new Laboratory().start(recipe(), settings, folder.resolve("scratch"), _ -> {}).result().join();

        assertThat(benchmark.comparison().baseline()).isEqualTo("streaming, 1 worker");
        assertThat(benchmark.runs()).extracting(MeasuredRun::side).containsExactlyInAnyOrder(base, half);
        assertThat(benchmark.settings().sides()).containsExactly(base, half);
    }

    @Test
    void aBenchmarkThatIsCancelledEndsItsRunAndLeavesNothing() throws IOException {
        CompletableFuture<LabEvent> begun = new CompletableFuture<>();
        Experiment experiment =
                new Laboratory()
                        .start(
                                recipe(),
                                BenchmarkSettings.of(Set.of()),
                                folder.resolve("scratch"),
                                event -> {
                                    if (event instanceof LabEvent.RunBegun) {
                                        begun.complete(event);
                                    }
                                });
        begun.join();
        experiment.cancel();

        assertThatThrownBy(() -> experiment.result().join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(CancelledException.class);
        assertThat(folder.resolve("scratch")).doesNotExist();
    }

    @Test
    void dataThatAreNotThereAreToldAsTheEngineTellsThem() throws IOException {
        Recipe recipe = recipe();
        Files.move(recipe.datasetPath(), folder.resolve("elsewhere"));
        Experiment experiment = new Laboratory().start(recipe, SHORT, folder.resolve("scratch"), _ -> {});

        assertThatThrownBy(() -> experiment.result().join()).hasMessageContaining("there is no folder or file");
    }

    private Recipe recipe() throws IOException {
        return new Engine().readRecipe(new SampleProject().copyTo(folder.resolve("project")));
    }
}
