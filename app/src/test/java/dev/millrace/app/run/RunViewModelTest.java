package dev.millrace.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.millrace.app.ScriptedRuns;
import dev.millrace.app.TestWiring;
import dev.millrace.app.Wiring;
import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.Run;
import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.RunEvent.ShardId;
import dev.millrace.engine.run.RunProgress;
import dev.millrace.engine.run.RunProgress.WorkerProgress;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.run.UnfinishedRun;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class RunViewModelTest {

    private static final ShardId FIRST = new ShardId(Split.TRAIN, 1, "part-00001.csv");

    @TempDir Path folder;

    private final ScriptedRuns script = new ScriptedRuns();
    private RunViewModel run;
    private long nanos;

    @BeforeEach
    void startTheSample() {
        Wiring wiring = new TestWiring().atOnce(folder, script);
        wiring.home().openSample();
        run = wiring.run();
        wiring.shell().startRun();
    }

    private void pulse() {
        nanos += 100_000_000;
        run.pulse(nanos);
    }

    private static RunProgress progress(double seconds, long rows, long bytes, WorkerProgress... workers) {
        return new RunProgress(1, 2, rows, bytes, 1000, Duration.ofMillis((long) (seconds * 1000)), List.of(workers));
    }

    @Test
    void everyShardHasATileFromTheStart() {
        assertThat(run.stateProperty().get()).isEqualTo(RunState.RUNNING);
        assertThat(run.boardProperty().get().size()).isEqualTo(8);
        assertThat(run.passesProperty().get())
                .extracting(PassProgress::title)
                .containsExactly("Pass 1 · fit", "Pass 2 · transform");
    }

    @Test
    void tileFollowsItsShard() {
        script.tell(new RunEvent.PassStarted(Instant.EPOCH, 1, Pass.Kind.FIT, "", 8));
        script.tell(new RunEvent.ShardStarted(Instant.EPOCH, 1, FIRST, 0));
        script.be(progress(1, 10, 50, new WorkerProgress(0, FIRST, 50, 100)));
        pulse();
        ShardBoard board = run.boardProperty().get();
        assertThat(board.state(0, 0)).isEqualTo(TileState.READING);
        assertThat(board.share(0)).isEqualTo(0.5);
        script.tell(new RunEvent.ShardFinished(Instant.EPOCH, 1, FIRST, 0, 625, 100, 7));
        script.be(progress(2, 625, 100));
        pulse();
        assertThat(board.state(0, 0)).isEqualTo(TileState.DONE);
        assertThat(board.rows(0)).isEqualTo(625);
        assertThat(run.passesProperty().get().getFirst().statusProperty().get()).isEqualTo("1 of 8 shards");
    }

    @Test
    void aRefinedFitStartsItsPassOver() {
        script.tell(new RunEvent.PassStarted(Instant.EPOCH, 1, Pass.Kind.FIT, "", 8));
        script.tell(new RunEvent.ShardFinished(Instant.EPOCH, 1, FIRST, 0, 625, 100, 7));
        script.tell(new RunEvent.PassStarted(Instant.EPOCH, 2, Pass.Kind.FIT, "", 8));
        pulse();
        assertThat(run.boardProperty().get().count(0, TileState.DONE)).isZero();
        script.tell(new RunEvent.PassStarted(Instant.EPOCH, 3, Pass.Kind.TRANSFORM, "", 8));
        script.tell(new RunEvent.ShardFinished(Instant.EPOCH, 3, FIRST, 0, 625, 100, 7));
        pulse();
        assertThat(run.boardProperty().get().count(1, TileState.DONE)).isEqualTo(1);
    }

    @Test
    void timeLeftIsToldAfterTwoSeconds() {
        script.be(progress(1, 10, 100));
        pulse();
        assertThat(run.figuresProperty().get().left()).isEqualTo("measuring…");
        script.be(progress(3, 30, 300));
        pulse();
        assertThat(run.figuresProperty().get().left()).isEqualTo("about 0:07 left");
        assertThat(run.figuresProperty().get().percent()).isEqualTo("30 %");
    }

    @Test
    void logKeepsTheLastLinesOnly() {
        for (int i = 0; i < 3 * RunLog.MOST_LINES; i++) {
            script.tell(new RunEvent.Warning(Instant.EPOCH, "number " + i));
        }
        pulse();
        pulse();
        assertThat(run.log()).hasSize(RunLog.MOST_LINES);
        assertThat(run.log().getLast().text()).isEqualTo("number 2999");
    }

    @Test
    void cancelIsPassedOnAndTheEndIsShown() {
        run.cancel();
        assertThat(script.isCancelled()).isTrue();
        assertThat(run.stateProperty().get()).isEqualTo(RunState.CANCELLING);
        script.end(new RunResult.Cancelled());
        pulse();
        assertThat(run.stateProperty().get()).isEqualTo(RunState.CANCELLED);
        assertThat(run.boardProperty().get().count(0, TileState.STOPPED)).isEqualTo(8);
    }

    @Test
    void aPausedRunSaysSoAndGoesOn() {
        run.pauseOrGoOn();
        assertThat(script.isPaused()).isTrue();
        assertThat(run.stateProperty().get()).isEqualTo(RunState.PAUSED);
        run.pauseOrGoOn();
        assertThat(script.isPaused()).isFalse();
        assertThat(run.stateProperty().get()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void aPausedRunCanBeCancelled() {
        run.pauseOrGoOn();
        run.cancel();
        assertThat(script.isCancelled()).isTrue();
    }

    @Test
    void whatACancelledRunLeavesIsShownUntilTheNextOneBegins() {
        script.leave(new UnfinishedRun(folder, Instant.EPOCH, 5, 8));
        script.end(new RunResult.Cancelled());
        pulse();
        assertThat(run.unfinishedProperty().get()).isNotNull();
        script.leave(null);
        run.start(requireNonNull(script.recipe()), Beginning.RESUMED);
        assertThat(run.unfinishedProperty().get()).isNull();
        assertThat(script.beginning()).isEqualTo(Beginning.RESUMED);
    }

    /// With the engine: a run is cancelled, the program closed, opened again, and the run resumed.
    @Test
    void aRunOfAnEarlierSessionIsResumed() {
        Wiring wiring = new TestWiring().atOnce(folder, new EngineRuns(new Engine()));
        wiring.home().openSample();
        Recipe recipe = wiring.recipe().recipe().orElseThrow();
        cancelAfterTheFirstShardIsWritten(recipe);
        RunViewModel resumed = wiring.run();
        wiring.shell().startRun();
        assertThat(pulsedToTheEnd(resumed)).isEqualTo(RunState.FAILED);
        assertThat(requireNonNull(resumed.unfinishedProperty().get()).shardsWritten()).isPositive();
        wiring.shell().startRun(Beginning.RESUMED);
        assertThat(pulsedToTheEnd(resumed)).isEqualTo(RunState.DONE);
        assertThat(new Engine().verify(recipe.outputPath()).problems()).isEmpty();
    }

    private static void cancelAfterTheFirstShardIsWritten(Recipe recipe) {
        Engine engine = new Engine();
        CompletableFuture<Run> started = new CompletableFuture<>();
        started.complete(
                engine.start(
                        engine.plan(recipe.with(recipe.run().withWorkers(1))),
                        event -> {
                            if (event instanceof RunEvent.ShardFinished shard && shard.pass() == 2) {
                                started.join().cancel();
                            }
                        }));
        assertThat(started.join().await()).isInstanceOf(RunResult.Cancelled.class);
    }

    private RunState pulsedToTheEnd(RunViewModel model) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (model.stateProperty().get().isLive() && System.nanoTime() < deadline) {
            nanos += 100_000_000;
            model.pulse(nanos);
        }
        return model.stateProperty().get();
    }

    @Test
    void unforeseenFailureIsShownWithItsDetails() {
        script.end(new RunResult.Failed(new IllegalStateException("a bug")));
        pulse();
        assertThat(run.stateProperty().get()).isEqualTo(RunState.FAILED);
        assertThat(run.problemProperty().get().asText()).contains("a bug", "IllegalStateException", "at dev.millrace");
    }
}
