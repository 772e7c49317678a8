package dev.millrace.engine.run;

import static java.util.Objects.requireNonNull;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.plan.Step;
import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.recipe.BadRowPolicy;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.run.RunEvent.ShardId;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.FitRound;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// The passes of one run, one after the other. Lives on one thread, which hands shards to the executor's workers.
final class RunExecution {

    private final Plan plan;
    private final ShardExecutor executor;
    private final BlockSource source;
    private final RunCounters counters;
    private final EventLog events;
    private final Clock clock;

    private final Map<Integer, Artifact> artifacts = new TreeMap<>(); // by position of the strategy in the recipe
    private final Map<Shard, ShardScan> scans = new TreeMap<>(); // the latest of each shard
    private final List<Manifest.PassEntry> passes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final RowCounts rowCounts = new RowCounts();

    RunExecution(
            Plan plan, ShardExecutor executor, BlockSource source, RunCounters counters, EventLog events, Clock clock) {
        this.plan = plan;
        this.executor = executor;
        this.source = source;
        this.counters = counters;
        this.events = events;
        this.clock = clock;
    }

    /// Makes the output once it is known how columns change.
    @FunctionalInterface
    interface OutputMaker {

        /// Prepares the output.
        ///
        /// @param changes by position in the schema
        OutputLayout make(Map<Integer, ColumnChange> changes);
    }

    /// Executes every pass.
    ///
    /// @param rejected takes in bad rows
    /// @return the files that the last one wrote
    List<Manifest.Output> execute(OutputMaker outputs, RejectedFiles rejected) {
        plan.dataset().warnings().forEach(this::warn);
        if (plan.recipe().job() != Job.TRAINING) {
            load();
        }
        List<Manifest.Output> written = List.of();
        for (Pass pass : plan.passes()) {
            switch (pass.kind()) {
                case FIT -> fit(pass);
                case TRANSFORM -> written = transform(pass, outputs, rejected);
            }
        }
        return written;
    }

    private List<Manifest.Output> transform(Pass pass, OutputMaker outputs, RejectedFiles rejected) {
        Map<Integer, ColumnChange> changes = new TreeMap<>();
        for (Artifact artifact : artifacts.values()) {
            artifact.changes()
                    .forEach((name, change) ->
                            changes.merge(plan.dataset().schema().position(name), change, ColumnChange::then));
        }
        try (OutputLayout layout = outputs.make(changes)) {
            overShards(pass, shard -> new TransformTask(shard, artifacts, layout.begin(shard), rejected, rowCounts));
            warnOfRejected();
            List<Manifest.Output> written = layout.finish();
            artifacts.forEach(
                    (strategy, artifact) -> artifact.warningsAfter(rowCounts.ofStrategy(strategy)).forEach(this::warn));
            return written;
        }
    }

    /// The files of what the strategies learned and counted, in recipe order.
    List<ArtifactFile> artifactFiles() {
        List<ArtifactFile> files = new ArrayList<>();
        artifacts.forEach((strategy, artifact) -> {
            int occurrence = plan.occurrence(strategy);
            artifact.files().forEach(file -> files.add(file.ofOccurrence(occurrence)));
            artifact.filesAfter(rowCounts.ofStrategy(strategy))
                    .forEach(file -> files.add(file.ofOccurrence(occurrence)));
        });
        return files;
    }

    /// The latest scan of every shard that was read, by split and number.
    List<ShardScan> scans() {
        return List.copyOf(scans.values());
    }

    List<Manifest.PassEntry> passes() {
        return List.copyOf(passes);
    }

    /// What became of the rows; whole once the last pass is done.
    RowCounts rowCounts() {
        return rowCounts;
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private void load() {
        Path model = requireNonNull(plan.recipe().artifactsPath(), "planned without artifacts");
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            ModelFolder folder = new ModelFolder(model, plan.occurrence(i));
            keep(i, step.strategy().load(folder, step.subject()));
        }
    }

    /// Fits the strategies of a pass; scans again as long as one of them asks for a refinement.
    private void fit(Pass pass) {
        Map<Integer, RunningFit<?>> toScan = new TreeMap<>();
        for (int i : pass.strategies()) {
            Step step = plan.steps().get(i);
            toScan.put(i, new RunningFit<>(step.strategy().fit(step.subject()), step.footprint().fitSplits()));
        }
        Map<Integer, RunningFit<?>> scanned = new TreeMap<>();
        while (!toScan.isEmpty()) {
            Map<Integer, RunningFit<?>> fits = toScan;
            overShards(pass, shard -> new FitTask(shard, fits, artifacts));
            scanned.putAll(fits);
            toScan = finish(pass, scanned);
        }
    }

    /// Finishes, in recipe order, what does not wait for a refinement of another fit.
    ///
    /// @param scanned fits that are scanned but not finished; those that get finished are removed
    /// @return the refinements to scan for
    private Map<Integer, RunningFit<?>> finish(Pass pass, Map<Integer, RunningFit<?>> scanned) {
        Map<Integer, RunningFit<?>> refinements = new TreeMap<>();
        for (int i : List.copyOf(scanned.keySet())) {
            List<Integer> filling =
                    pass.strategies().stream()
                            .filter(j -> j < i && plan.steps().get(i).derivesFrom(plan.steps().get(j)))
                            .toList();
            if (artifacts.keySet().containsAll(filling)) {
                RunningFit<?> fit = requireNonNull(scanned.remove(i));
                Map<String, String> filled = new TreeMap<>();
                filling.forEach(j -> requireNonNull(artifacts.get(j)).fills().forEach(filled::putIfAbsent));
                switch (fit.finish(filled)) {
                    case FitRound.Outcome.Fitted(Artifact artifact) -> keep(i, artifact);
                    case FitRound.Outcome.Refine(FitRound<?> next) ->
                            refinements.put(i, new RunningFit<>(next, fit.splits()));
                }
            }
        }
        return refinements;
    }

    private void warnOfRejected() {
        long rows = rowCounts.rejected();
        if (rows > 0) {
            boolean kept = plan.recipe().run().onBadRow() == BadRowPolicy.QUARANTINE;
            warn(
                    rows
                            + (rows == 1 ? " bad row was left out" : " bad rows were left out")
                            + (kept ? "; see the folder " + RejectedFiles.FOLDER : ""));
        }
    }

    private void keep(int strategy, Artifact artifact) {
        artifacts.put(strategy, artifact);
        artifact.warnings().forEach(this::warn);
    }

    private void warn(String warning) {
        warnings.add(warning);
        events.emit(new RunEvent.Warning(clock.instant(), warning));
    }

    /// One scan over the shards of a pass.
    private void overShards(Pass pass, Function<Shard, ShardTask> tasks) {
        int number = passes.size() + 1;
        List<Shard> shards = plan.shards(pass);
        counters.startPass(number);
        events.emit(new RunEvent.PassStarted(clock.instant(), number, pass.kind(), pass.why(), shards.size()));
        long start = System.nanoTime();
        List<ShardScan> done = new ArrayList<>();
        executor.forEach(
                shards,
                (shard, worker) -> work(pass, number, shard, worker, tasks),
                finished -> {
                    requireUnchanged(finished.scan());
                    done.add(finished.scan());
                    finished.inTurn().run();
                });
        long rows = done.stream().mapToLong(ShardScan::rows).sum();
        long millis = millisSince(start);
        passes.add(entry(pass, rows, millis, done));
        events.emit(new RunEvent.PassFinished(clock.instant(), number, rows, millis));
    }

    private record FinishedShard(ShardScan scan, Runnable inTurn) {}

    private FinishedShard work(Pass pass, int number, Shard shard, int worker, Function<Shard, ShardTask> tasks) {
        ShardId id = new ShardId(shard.split(), shard.number(), plan.dataset().relativePath(shard));
        events.emit(new RunEvent.ShardStarted(clock.instant(), number, id, worker));
        try (ShardTask task = tasks.apply(shard)) {
            ShardScan scan = scan(pass, shard, id, worker, task);
            Runnable inTurn = task.finish();
            events.emit(
                    new RunEvent.ShardFinished(
                            clock.instant(), number, id, worker, scan.rows(), shard.bytes(), scan.millis()));
            return new FinishedShard(scan, inTurn);
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (RuntimeException failure) {
            events.emit(
                    new RunEvent.ShardFailed(
                            clock.instant(), number, id, worker, String.valueOf(failure.getMessage())));
            throw failure;
        } finally {
            counters.idle(worker);
        }
    }

    private ShardScan scan(Pass pass, Shard shard, ShardId id, int worker, ShardTask task) {
        long start = System.nanoTime();
        long rows = 0;
        long bytes = 0;
        try (BlockReader reader = source.open(shard, pass.columns())) {
            counters.advance(worker, id, shard.bytes(), 0, 0, 0);
            for (Block block = reader.next(); block != null; block = reader.next()) {
                RejectedRows.requireNone(plan.recipe().run().onBadRow(), block);
                task.accept(block);
                long newRows = (long) block.rows() + block.badRows().size();
                rows += newRows;
                counters.advance(worker, id, shard.bytes(), newRows, reader.bytesRead() - bytes, reader.bytesRead());
                bytes = reader.bytesRead();
            }
            counters.advance(worker, id, shard.bytes(), 0, reader.bytesRead() - bytes, reader.bytesRead());
            return new ShardScan(shard, worker, rows, reader.contentHash(), millisSince(start));
        } catch (IOException failure) {
            throw StorageException.reading(shard.file(), failure);
        }
    }

    /// The passes of a run must see the same bytes.
    private void requireUnchanged(ShardScan scan) {
        ShardScan before = scans.put(scan.shard(), scan);
        if (before != null && !before.hash().equals(scan.hash())) {
            throw new DataException(
                    new Problem(
                            Place.of(scan.shard().file()),
                            "the shard changed while the run was reading it",
                            "Wait until nothing writes to the dataset, then run again"));
        }
    }

    private Manifest.PassEntry entry(Pass pass, long rows, long millis, List<ShardScan> scans) {
        return new Manifest.PassEntry(
                pass.kind().name().toLowerCase(Locale.ROOT),
                pass.why(),
                pass.strategies().stream().map(i -> plan.steps().get(i).strategy().id()).toList(),
                pass.columns().stream().map(plan.dataset().schema()::name).toList(),
                rows,
                millis,
                scans.stream()
                        .map(scan ->
                                new Manifest.ShardTime(
                                        plan.dataset().relativePath(scan.shard()), scan.worker(), scan.millis()))
                        .toList());
    }

    private static long millisSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }
}
