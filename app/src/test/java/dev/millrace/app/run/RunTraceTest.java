package dev.millrace.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.ScriptedRuns;
import dev.millrace.app.TestWiring;
import dev.millrace.app.Wiring;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.Mode;
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

class RunTraceTest {

    private static final Instant START = Instant.EPOCH;

    @TempDir Path folder;

    private final TestWiring test = new TestWiring();
    private final ScriptedRuns script = new ScriptedRuns();
    private RunViewModel run;
    private long nanos;

    @BeforeEach
    void startTheSample() {
        Wiring wiring = test.atOnce(folder, script);
        wiring.home().openSample();
        run = wiring.run();
        wiring.shell().startRun();
        script.tell(new RunEvent.RunStarted(START, "run", Mode.STREAMING, 2, 8, 2, 1000));
        script.tell(new RunEvent.PassStarted(START, 1, Pass.Kind.FIT, "", 8));
    }

    private void pulse() {
        nanos += 100_000_000;
        run.pulse(nanos);
    }

    private RunTrace trace() {
        return run.traceProperty().get();
    }

    private static ShardId id(int number) {
        return new ShardId(Split.TRAIN, number, "part-%05d.csv".formatted(number));
    }

    private void started(int shard, int worker, long at) {
        script.tell(new RunEvent.ShardStarted(START.plusMillis(at), 1, id(shard), worker));
    }

    private void finished(int shard, int worker, long at, long millis) {
        script.tell(new RunEvent.ShardFinished(START.plusMillis(at), 1, id(shard), worker, 625, 100, millis));
    }

    @Test
    void everyWorkerHasALaneThatGrows() {
        started(1, 0, 100);
        finished(1, 0, 300, 200);
        started(2, 0, 350);
        started(3, 1, 400);
        script.be(
                new RunProgress(
                        1,
                        2,
                        700,
                        50,
                        1000,
                        Duration.ofMillis(450),
                        List.of(new WorkerProgress(0, id(2), 25, 100), new WorkerProgress(1, id(3), 75, 100))));
        pulse();
        pulse();
        LaneBoard board = trace().lanes();
        assertThat(board.lanes()).hasSize(2);
        Lane first = board.lanes().getFirst();
        assertThat(first.spans()).isEqualTo(2);
        assertThat(first.end(0, board.now()) - first.start(0)).isEqualTo(200);
        assertThat(first.isBusy()).isTrue();
        assertThat(first.share()).isEqualTo(0.25);
        assertThat(board.now()).as("the open spans have grown by a pulse").isEqualTo(500);
        assertThat(first.rate(board.now())).isEqualTo(1000.0 * 25 / 150);
        assertThat(first.at(200, board.now())).isZero();
        assertThat(first.at(320, board.now())).isEqualTo(-1);
        script.end(new RunResult.Cancelled());
        pulse();
        assertThat(board.lanes().getLast().outcome(0)).isEqualTo(Lane.Outcome.STOPPED);
        assertThat(board.isLive()).isFalse();
    }

    @Test
    void aRunThatHoldsItselfBackSaysSo() {
        script.tell(new RunEvent.MemoryPressure(START.plusMillis(100), 90, 100, 4096, 1, true));
        pulse();
        assertThat(trace().lanes().memory().isHeldBack()).isTrue();
        LanesWords words = new LanesWords(test.texts, test.figures);
        assertThat(words.memory(trace().lanes())).isEqualTo("held back: blocks of 4.1 kB, 1 of 2 workers");
        script.tell(new RunEvent.MemoryPressure(START.plusMillis(1600), 20, 100, 8192, 2, false));
        pulse();
        assertThat(words.memory(trace().lanes())).isEqualTo("held back for 1.5 s as memory was short");
    }

    @Test
    void aLongRunKeepsNoMoreSamplesThanAShortOne() {
        MemoryHistory history = new MemoryHistory();
        for (int second = 0; second < 100_000; second++) {
            history.add(second * 1000L, second == 77_777 ? 0.9 : 0.2);
        }
        assertThat(history.samples()).hasSizeLessThan(1200).extracting(MemoryHistory.Sample::share).contains(0.9);
    }

    @Test
    void findingsAreToldWithFailuresFirst() {
        Problem bad = new Problem(Place.of("/in/part-00002.csv").atLine(9).inColumn("age"), "odd", "Mend it");
        Problem worse = new Problem(Place.of("/in/part-00003.csv").atLine(4), "too short", "Mend it");
        script.tell(new RunEvent.RowsRejected(START, 2, id(2), 0, 3, List.of(bad)));
        script.tell(new RunEvent.ShardFailed(START, 2, id(3), 1, "too short", List.of(worse)));
        pulse();
        Findings findings = trace().findings();
        assertThat(findings.failed()).isEqualTo(1);
        assertThat(findings.rejected()).isEqualTo(3);
        assertThat(findings.shown())
                .extracting(Finding::shortPlace)
                .containsExactly("part-00003.csv, line 4", "part-00002.csv, line 9, column 'age'", "part-00002.csv");
        assertThat(findings.shown().getLast().problem().finding()).isEqualTo("2 more rows were left out");
    }

    @Test
    void theShardThatExplainsTheTimeIsNamed() {
        for (int shard = 1; shard <= 8; shard++) {
            started(shard, shard % 2, 0);
            finished(shard, shard % 2, shard == 7 ? 800 : 100, shard == 7 ? 800 : 100);
        }
        script.tell(new RunEvent.PassFinished(START.plusMillis(1000), 1, 5000, 1000));
        pulse();
        ShardTimes times = run.timesProperty().get().getFirst();
        assertThat(times.least()).isEqualTo(100);
        assertThat(times.median()).isEqualTo(100);
        assertThat(times.most()).isEqualTo(800);
        assertThat(times.slowest()).hasSize(5).first().extracting(ShardTimes.Slow::shard).isEqualTo(6);
        assertThat(new TimesWords(test.texts, test.figures).sentence(times, trace().board()))
                .isEqualTo("part-00007.csv took 80 % of the pass: 8.0 × the median.");
    }

    @Test
    void evenShardsExplainNothing() {
        for (int shard = 1; shard <= 4; shard++) {
            started(shard, 0, 0);
            finished(shard, 0, 100, 100 + 10 * shard);
        }
        pulse();
        ShardTimes times = run.timesProperty().get().getFirst();
        assertThat(times.outlier()).isEmpty();
        assertThat(times.quarter()).isEqualTo(117.5);
        assertThat(times.threeQuarters()).isEqualTo(132.5);
        assertThat(new TimesWords(test.texts, test.figures).sentence(times, trace().board()))
                .contains("no shard explains the time", "part-00004.csv", "1.1 ×");
    }

    @Test
    void tilesAreFilteredByState() {
        started(2, 0, 0);
        finished(2, 0, 100, 100);
        started(7, 1, 0);
        finished(7, 1, 300, 300);
        started(5, 0, 100);
        pulse();
        ShardBoard board = run.boardProperty().get();
        assertThat(TileFilter.ALL.of(board)).hasSize(8);
        assertThat(TileFilter.READING.of(board)).containsExactly(4);
        assertThat(TileFilter.QUEUED.of(board)).hasSize(7);
        assertThat(TileFilter.SLOWEST.of(board)).containsExactly(6, 1); // longest first
        assertThat(TileFilter.FAILED.of(board)).isEmpty();
    }
}
