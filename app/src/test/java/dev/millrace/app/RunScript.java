package dev.millrace.app;

import dev.millrace.app.run.RunViewModel;
import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.plan.Planner;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.RunEvent.ShardId;
import dev.millrace.engine.run.RunProgress;
import dev.millrace.engine.run.RunProgress.WorkerProgress;
import dev.millrace.engine.run.RunResult;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Scripts for [ScriptedRuns].
public final class RunScript {

    private static final Instant START = Instant.parse("2025-06-02T09:30:00Z");
    private static final int SHARDS = 10_000;
    private static final int FORTY = 40;
    private static final int LARGE = 7;
    private static final long SHARD_BYTES = 18_000_000;

    private RunScript() {}

    /// The sample, with pass 1 done and pass 2 at shard 5.
    public static void midway(ScriptedRuns script, RunViewModel run) {
        script.tell(new RunEvent.RunStarted(START, "run", Mode.STREAMING, 2, 8, 2, 1_400_000));
        script.tell(new RunEvent.PassStarted(START, 1, Pass.Kind.FIT, "", 8));
        for (int shard = 1; shard <= 8; shard++) {
            finish(script, 1, id("part-%05d.csv", shard), 625, 9 + shard);
        }
        script.tell(new RunEvent.PassFinished(START.plusMillis(2100), 1, 5000, 2100));
        script.tell(
                new RunEvent.Warning(
                        START.plusMillis(2200), "the field 'velocity_1d' has 9 values in fewer than 5 rows"));
        script.tell(new RunEvent.PassStarted(START.plusMillis(2200), 2, Pass.Kind.TRANSFORM, "", 8));
        for (int shard = 1; shard <= 4; shard++) {
            finish(script, 2, id("part-%05d.csv", shard), 625, 14 + shard);
        }
        List<WorkerProgress> workers = new ArrayList<>();
        for (int shard = 5; shard <= 6; shard++) {
            ShardId id = id("part-%05d.csv", shard);
            script.tell(new RunEvent.ShardStarted(START.plusMillis(2600), 2, id, shard - 5));
            workers.add(new WorkerProgress(shard - 5, id, 20_000L * shard - 60_000, 86_000));
        }
        pulses(script, run, new RunProgress(2, 2, 2950, 1_090_000, 1_400_000, Duration.ofMillis(2800), workers));
    }

    public static void end(ScriptedRuns script, RunViewModel run, RunResult result) {
        RunEvent.Outcome outcome =
                result instanceof RunResult.Cancelled ? RunEvent.Outcome.CANCELLED : RunEvent.Outcome.FAILED;
        script.tell(new RunEvent.RunEnded(START.plusMillis(2900), outcome, 2900, "a row has 19 fields"));
        script.end(result);
        run.pulse(System.nanoTime() + 9_000_000_000L);
    }

    public static void fail(ScriptedRuns script, RunViewModel run) {
        Problem problem =
                new Problem(
                        Place.of("data/part-00006.csv").atLine(412),
                        "the row has 19 fields, but the header names 20",
                        "Mend the row, or leave the shard out, then run again");
        script.tell(
                new RunEvent.ShardFailed(
                        START.plusMillis(2850), 2, id("part-%05d.csv", 6), 1, problem.message(), List.of(problem)));
        end(script, run, new RunResult.Failed(new DataException(problem)));
    }

    /// The recipe over a dataset of ten thousand shards that are nowhere.
    static Plan tenThousandShards(Recipe recipe) {
        return manyShards(recipe, SHARDS);
    }

    /// The recipe over a dataset of forty shards, of which the seventh is large, that are nowhere.
    static Plan fortyShards(Recipe recipe) {
        return manyShards(recipe, FORTY);
    }

    private static Plan manyShards(Recipe recipe, int count) {
        Dataset sample = new Engine().openDataset(recipe.datasetPath(), recipe.job());
        Shard first = sample.shards().getFirst();
        List<Shard> shards =
                IntStream.rangeClosed(1, count)
                        .mapToObj(number ->
                                new Shard(
                                        Split.TRAIN,
                                        number,
                                        sample.root().resolve("part-%05d.csv".formatted(number)),
                                        first.type(),
                                        number == LARGE ? 8 * SHARD_BYTES : SHARD_BYTES))
                        .toList();
        return Planner.plan(recipe, new Dataset(sample.root(), sample.layout(), shards, List.of(), sample.schema()));
    }

    static void midwayOfTenThousand(ScriptedRuns script, RunViewModel run, int workers) {
        long total = 2 * SHARDS * SHARD_BYTES;
        script.tell(new RunEvent.RunStarted(START, "run", Mode.STREAMING, workers, SHARDS, 2, total));
        script.tell(new RunEvent.PassStarted(START, 1, Pass.Kind.FIT, "", SHARDS));
        for (int shard = 1; shard <= SHARDS; shard++) {
            Instant at = START.plusMillis(shard / workers * 1280L);
            finish(script, 1, shard, workers, at, 130_000, 900 + shard % 300);
        }
        Instant second = START.plusMillis((SHARDS / workers + 2) * 1280L);
        script.tell(new RunEvent.PassStarted(second, 2, Pass.Kind.TRANSFORM, "", SHARDS));
        for (int shard = 1; shard <= 6200; shard++) {
            finish(script, 2, shard, workers, second.plusMillis(shard / workers * 1280L), 130_000, 1100);
        }
        Instant now = second.plusMillis((6200 / workers + 1) * 1280L);
        script.tell(new RunEvent.ShardFailed(now, 2, id(6200), 3, "unreadable", List.of(problem(6200, 9))));
        pulses(
                script,
                run,
                new RunProgress(
                        2,
                        2,
                        806_000_000,
                        total * 81 / 100,
                        total,
                        Duration.between(START, now),
                        reading(script, 6201, workers, now)));
    }

    /// Forty shards by eight workers, with all that can go wrong short of failing: a large shard, too little memory,
    /// bad rows.
    static void midwayOfForty(ScriptedRuns script, RunViewModel run) {
        long total = 2 * (FORTY + 7) * SHARD_BYTES;
        script.tell(new RunEvent.RunStarted(START, "run", Mode.STREAMING, 8, FORTY, 2, total));
        script.tell(new RunEvent.PassStarted(START, 1, Pass.Kind.FIT, "", FORTY));
        script.tell(new RunEvent.ShardStarted(START, 1, id(LARGE), LARGE));
        for (int shard = 1; shard <= FORTY; shard++) {
            if (shard != LARGE) {
                Instant at = START.plusMillis(shard / 8 * 800L + shard % 8 * 30L);
                finish(script, 1, shard, 7, at, 130_000, 600 + 37 * shard % 160);
            }
        }
        script.tell(
                new RunEvent.ShardFinished(
                        START.plusMillis(5400), 1, id(LARGE), LARGE, 1_040_000, 8 * SHARD_BYTES, 5400));
        script.tell(new RunEvent.PassFinished(START.plusMillis(5450), 1, 6_110_000, 5450));
        Instant second = START.plusMillis(5500);
        script.tell(new RunEvent.PassStarted(second, 2, Pass.Kind.TRANSFORM, "", FORTY));
        for (int shard = 1; shard <= 24; shard++) {
            Instant at = second.plusMillis(shard / 8 * 1000L);
            if (shard % 9 == 0) {
                script.tell(
                        new RunEvent.RowsRejected(
                                at.plusMillis(800), 2, id(shard), shard % 8, 41, List.of(problem(shard, 48_213))));
            }
            finish(script, 2, shard, 8, at, 130_000, 800 + 53 * shard % 120);
        }
        script.tell(pressure(second.plusMillis(1000), 512 << 10, 8, true));
        script.tell(pressure(second.plusMillis(1400), 256 << 10, 8, true));
        script.tell(pressure(second.plusMillis(2400), 512 << 10, 8, false));
        List<WorkerProgress> workers = reading(script, 25, 6, second.plusMillis(4000));
        pulses(
                script,
                run,
                new RunProgress(2, 2, 3_640_000, total * 82 / 100, total, Duration.ofMillis(9500), workers));
    }

    private static RunEvent.MemoryPressure pressure(Instant at, int blockBytes, int workers, boolean tighter) {
        return new RunEvent.MemoryPressure(at, 930_000_000L, 1_073_741_824L, blockBytes, workers, tighter);
    }

    private static Problem problem(int shard, long line) {
        return new Problem(
                Place.of("/data/payments/2025/" + id(shard).path()).atLine(line).inColumn("amount"),
                "‘1,204.50’ is not a number (decimal ‘.’, no thousands separator)",
                "Mend the cell, or have bad rows left out (run.onBadRow)");
    }

    /// So many workers begin a shard each, one after the other.
    private static List<WorkerProgress> reading(ScriptedRuns script, int first, int count, Instant at) {
        List<WorkerProgress> workers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ShardId id = id(first + i);
            script.tell(new RunEvent.ShardStarted(at, 2, id, i));
            workers.add(new WorkerProgress(i, id, SHARD_BYTES * (i % 7 + 2) / 10, SHARD_BYTES));
        }
        return workers;
    }

    private static void finish(
            ScriptedRuns script, int pass, int shard, int workers, Instant at, long rows, long millis) {
        int worker = shard % workers;
        script.tell(new RunEvent.ShardStarted(at, pass, id(shard), worker));
        script.tell(
                new RunEvent.ShardFinished(at.plusMillis(millis), pass, id(shard), worker, rows, SHARD_BYTES, millis));
    }

    private static ShardId id(int number) {
        return id("part-%05d.csv", number);
    }

    /// Everything that a run of ten thousand shards tells, in two passes.
    static List<RunEvent> eventsOfTenThousand() {
        List<RunEvent> events = new ArrayList<>();
        events.add(new RunEvent.RunStarted(START, "run", Mode.STREAMING, 32, SHARDS, 2, 2 * SHARDS * SHARD_BYTES));
        for (int pass = 1; pass <= 2; pass++) {
            events.add(
                    new RunEvent.PassStarted(START, pass, pass == 1 ? Pass.Kind.FIT : Pass.Kind.TRANSFORM, "", SHARDS));
            for (int number = 1; number <= SHARDS; number++) {
                ShardId shard = id("part-%05d.csv", number);
                events.add(new RunEvent.ShardStarted(START, pass, shard, number % 32));
                events.add(
                        new RunEvent.ShardFinished(
                                START, pass, shard, number % 32, 130_000, SHARD_BYTES, 900 + number % 300));
            }
        }
        return events;
    }

    /// How far that run is.
    ///
    /// @param share 0 to 1
    static RunProgress progressOfTenThousand(double share) {
        long total = 2 * SHARDS * SHARD_BYTES;
        return new RunProgress(
                share < 0.5 ? 1 : 2,
                2,
                Math.round(share * 2_600_000_000L),
                Math.round(share * total),
                total,
                Duration.ofMillis(Math.round(share * 10_000)),
                List.of());
    }

    private static void finish(ScriptedRuns script, int pass, ShardId id, long rows, long millis) {
        Instant at = START.plusMillis(millis * id.number() + (pass - 1) * 2300L);
        script.tell(new RunEvent.ShardStarted(at, pass, id, id.number() % 2));
        script.tell(new RunEvent.ShardFinished(at, pass, id, id.number() % 2, rows, 86_000, millis));
    }

    private static ShardId id(String name, int number) {
        return new ShardId(Split.TRAIN, number, name.formatted(number));
    }

    /// As many pulses as it takes to drain all events, with the last two at the given progress.
    private static void pulses(ScriptedRuns script, RunViewModel run, RunProgress progress) {
        long first = System.nanoTime(); // the clock of the pulses that follow
        Duration before = progress.elapsed().minusMillis(500);
        script.be(
                new RunProgress(
                        progress.pass(),
                        progress.passes(),
                        progress.rows() * 8 / 10,
                        progress.bytesRead() * 8 / 10,
                        progress.bytesToRead(),
                        before,
                        List.of()));
        for (int pulse = 1; pulse <= 80; pulse++) {
            run.pulse(first + pulse * 50_000_000L);
        }
        script.be(progress);
        run.pulse(first + 5_000_000_000L);
    }
}
