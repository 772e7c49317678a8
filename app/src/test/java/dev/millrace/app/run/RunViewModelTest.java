package dev.millrace.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.ScriptedRuns;
import dev.millrace.app.TestWiring;
import dev.millrace.app.Wiring;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.RunEvent.ShardId;
import dev.millrace.engine.run.RunProgress;
import dev.millrace.engine.run.RunProgress.WorkerProgress;
import dev.millrace.engine.run.RunResult;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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
        assertThat(run.passes()).extracting(PassProgress::title).containsExactly("Pass 1 · fit", "Pass 2 · transform");
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
        assertThat(run.passes().getFirst().statusProperty().get()).isEqualTo("1 of 8 shards");
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
    void unforeseenFailureIsShownWithItsDetails() {
        script.end(new RunResult.Failed(new IllegalStateException("a bug")));
        pulse();
        assertThat(run.stateProperty().get()).isEqualTo(RunState.FAILED);
        assertThat(run.problemProperty().get().asText()).contains("a bug", "IllegalStateException", "at dev.millrace");
    }
}
