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
final class RunScript {

    private static final Instant START = Instant.parse("2025-06-02T09:30:00Z");
    private static final int SHARDS = 10_000;
    private static final long SHARD_BYTES = 18_000_000;

    private RunScript() {}

    /// The sample, with pass 1 done and pass 2 at shard 5.
    static void midway(ScriptedRuns script, RunViewModel run) {
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

    static void end(ScriptedRuns script, RunViewModel run, RunResult result) {
        RunEvent.Outcome outcome =
                result instanceof RunResult.Cancelled ? RunEvent.Outcome.CANCELLED : RunEvent.Outcome.FAILED;
        script.tell(new RunEvent.RunEnded(START.plusMillis(2900), outcome, 2900, "a row has 19 fields"));
        script.end(result);
        run.pulse(9_000_000_000L);
    }

    static void fail(ScriptedRuns script, RunViewModel run) {
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
        Dataset sample = new Engine().openDataset(recipe.datasetPath(), recipe.job());
        Shard first = sample.shards().getFirst();
        List<Shard> shards =
                IntStream.rangeClosed(1, SHARDS)
                        .mapToObj(number ->
                                new Shard(
                                        Split.TRAIN,
                                        number,
                                        sample.root().resolve("part-%05d.csv".formatted(number)),
                                        first.type(),
                                        SHARD_BYTES))
                        .toList();
        return Planner.plan(recipe, new Dataset(sample.root(), sample.layout(), shards, List.of(), sample.schema()));
    }

    static void midwayOfTenThousand(ScriptedRuns script, RunViewModel run) {
        script.tell(new RunEvent.RunStarted(START, "run", Mode.STREAMING, 32, SHARDS, 2, 2 * SHARDS * SHARD_BYTES));
        script.tell(new RunEvent.PassStarted(START, 1, Pass.Kind.FIT, "", SHARDS));
        for (int shard = 1; shard <= SHARDS; shard++) {
            finish(script, 1, id("part-%05d.csv", shard), 130_000, 900 + shard % 300);
        }
        script.tell(new RunEvent.PassStarted(START.plusSeconds(400), 2, Pass.Kind.TRANSFORM, "", SHARDS));
        for (int shard = 1; shard <= 6200; shard++) {
            finish(script, 2, id("part-%05d.csv", shard), 130_000, 1100);
        }
        List<WorkerProgress> workers = new ArrayList<>();
        for (int shard = 6201; shard <= 6232; shard++) {
            ShardId id = id("part-%05d.csv", shard);
            script.tell(new RunEvent.ShardStarted(START.plusSeconds(900), 2, id, shard - 6201));
            workers.add(new WorkerProgress(shard - 6201, id, SHARD_BYTES / 2, SHARD_BYTES));
        }
        script.tell(
                new RunEvent.ShardFailed(
                        START.plusSeconds(900), 2, id("part-%05d.csv", 6200), 3, "unreadable", List.of()));
        long total = 2 * SHARDS * SHARD_BYTES;
        pulses(
                script,
                run,
                new RunProgress(2, 2, 806_000_000, total * 81 / 100, total, Duration.ofSeconds(905), workers));
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
            run.pulse(pulse * 50_000_000L);
        }
        script.be(progress);
        run.pulse(5_000_000_000L);
    }
}
