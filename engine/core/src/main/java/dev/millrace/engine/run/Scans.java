package dev.millrace.engine.run;

import static java.util.Objects.requireNonNull;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.run.RunEvent.ShardId;
import dev.millrace.engine.span.BlockSpan;
import dev.millrace.engine.span.PassSpan;
import dev.millrace.engine.span.ShardSpan;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// The scans over shards that a run makes, one after the other: hands shards to workers, tries again after transient
/// faults, tells events, and keeps account of what was read.
final class Scans {

    private final Plan plan;
    private final ShardExecutor executor;
    private final BlockSource source;
    private final RunCounters counters;
    private final RunControl control;
    private final RunSafety safety;
    private final RunResources resources;
    private final EventLog events;
    private final Clock clock;

    private final Map<Shard, ShardScan> latest = new TreeMap<>();
    private final List<Manifest.PassEntry> entries = new ArrayList<>();

    Scans(
            Plan plan,
            ShardExecutor executor,
            BlockSource source,
            RunCounters counters,
            RunControl control,
            RunSafety safety,
            RunResources resources,
            EventLog events,
            Clock clock) {
        this.plan = plan;
        this.executor = executor;
        this.source = source;
        this.counters = counters;
        this.control = control;
        this.safety = safety;
        this.resources = resources;
        this.events = events;
        this.clock = clock;
    }

    /// Number of the next scan, from 1.
    int next() {
        return entries.size() + 1;
    }

    /// The latest scan of every shard that was read, by split and number.
    List<ShardScan> latest() {
        return List.copyOf(latest.values());
    }

    /// What was scanned so far, for the manifest.
    List<Manifest.PassEntry> entries() {
        return List.copyOf(entries);
    }

    /// Scans the shards of a pass.
    ///
    /// @param columns positions of the columns that are looked at
    /// @param kept shards that a run which is resumed did already
    /// @param tasks what is done with each of the others
    /// @param inOrder told of each of the others, in shard order
    void over(
            Pass pass,
            Set<Integer> columns,
            List<JournalEntry.Scan> kept,
            Function<Shard, ShardTask> tasks,
            Consumer<ShardScan> inOrder) {
        int number = next();
        List<Shard> shards = plan.shards(pass);
        counters.startPass(number);
        events.emit(new RunEvent.PassStarted(clock.instant(), number, pass.kind(), pass.why(), shards.size()));
        PassSpan span = new PassSpan(number, pass.kind().name(), shards.size());
        long start = System.nanoTime();
        List<ShardScan> done = new ArrayList<>(kept(number, shards, kept));
        Set<Shard> doneBefore = new HashSet<>();
        done.forEach(scan -> doneBefore.add(scan.shard()));
        executor.forEach(
                shards.stream().filter(shard -> !doneBefore.contains(shard)).toList(),
                (shard, worker) -> new Work(columns, number, shard, worker, tasks).toItsEnd(),
                finished -> {
                    requireUnchanged(finished.scan());
                    done.add(finished.scan());
                    finished.inTurn().run();
                    inOrder.accept(finished.scan());
                });
        long rows = done.stream().mapToLong(ShardScan::rows).sum();
        long millis = millisSince(start);
        span.end(rows);
        entries.add(entry(pass, rows, millis, done));
        events.emit(new RunEvent.PassFinished(clock.instant(), number, rows, millis));
    }

    private List<ShardScan> kept(int number, List<Shard> shards, List<JournalEntry.Scan> kept) {
        Map<ShardKey, Shard> byKey = new HashMap<>();
        shards.forEach(shard -> byKey.put(shard.key(), shard));
        List<ShardScan> scans = new ArrayList<>();
        for (JournalEntry.Scan scan : kept) {
            Shard shard = requireNonNull(byKey.get(scan.key()));
            ShardScan found = new ShardScan(shard, scan.worker(), scan.rows(), scan.hash(), scan.millis());
            requireUnchanged(found);
            scans.add(found);
            counters.skip(scan.rows(), shard.bytes());
            events.emit(new RunEvent.ShardKept(clock.instant(), number, id(shard), scan.rows(), shard.bytes()));
        }
        return scans;
    }

    /// The passes of a run must see the same bytes.
    private void requireUnchanged(ShardScan scan) {
        ShardScan before = latest.put(scan.shard(), scan);
        if (before != null && !before.hash().equals(scan.hash())) {
            throw WatchedShards.changed(scan.shard(), "its content is another one than in the pass before");
        }
    }

    private ShardId id(Shard shard) {
        return new ShardId(shard.split(), shard.number(), plan.dataset().relativePath(shard));
    }

    private record FinishedShard(ShardScan scan, Runnable inTurn) {}

    /// What one worker does with one shard.
    private final class Work {

        private final Set<Integer> columns;
        private final int number;
        private final Shard shard;
        private final ShardId id;
        private final int worker;
        private final Function<Shard, ShardTask> tasks;
        private long rows; // of this attempt
        private long bytes;

        Work(Set<Integer> columns, int number, Shard shard, int worker, Function<Shard, ShardTask> tasks) {
            this.columns = columns;
            this.number = number;
            this.shard = shard;
            this.id = id(shard);
            this.worker = worker;
            this.tasks = tasks;
        }

        /// Works on the shard until it is done or fails for good.
        FinishedShard toItsEnd() {
            control.checkpoint();
            events.emit(new RunEvent.ShardStarted(clock.instant(), number, id, worker));
            try {
                for (int attempt = 1; true; attempt++) {
                    try (ShardTask task = tasks.apply(shard)) {
                        return attempt(task);
                    } catch (TryAgain failed) {
                        if (attempt > plan.recipe().run().retries()) {
                            throw failed.fault;
                        }
                        waitAfter(attempt, failed.fault);
                    }
                }
            } catch (CancelledException cancelled) {
                throw cancelled;
            } catch (RuntimeException failure) {
                fail(failure);
                throw failure;
            } finally {
                counters.idle(worker);
            }
        }

        private void fail(RuntimeException failure) {
            List<Problem> problems = failure instanceof EngineException known ? known.problems() : List.of();
            String message = String.valueOf(failure.getMessage());
            events.emitFailure(
                    new RunEvent.ShardFailed(clock.instant(), number, id, worker, message, problems), failure);
        }

        private FinishedShard attempt(ShardTask task) throws TryAgain {
            try {
                ShardScan scan = scan(task);
                Runnable inTurn = task.finish(scan);
                Rejections rejected = task.rejected();
                if (rejected.rows() > 0) {
                    events.emit(
                            new RunEvent.RowsRejected(
                                    clock.instant(), number, id, worker, rejected.rows(), rejected.first()));
                }
                events.emit(
                        new RunEvent.ShardFinished(
                                clock.instant(), number, id, worker, scan.rows(), shard.bytes(), scan.millis()));
                return new FinishedShard(scan, inTurn);
            } catch (StorageException fault) {
                if (task.canBeTriedAgain() && TransientFaults.isTransient(fault)) {
                    throw new TryAgain(fault);
                }
                throw fault;
            }
        }

        private void waitAfter(int attempt, StorageException fault) {
            Duration wait = safety.backOff(attempt);
            events.emit(
                    new RunEvent.ShardRetried(
                            clock.instant(),
                            number,
                            id,
                            worker,
                            attempt,
                            wait.toMillis(),
                            String.valueOf(fault.getMessage())));
            counters.skip(-rows, -bytes);
            control.pauseFor(wait);
        }

        private ShardScan scan(ShardTask task) {
            ShardSpan span = new ShardSpan(id.path(), shard.bytes());
            long start = System.nanoTime();
            rows = 0;
            bytes = 0;
            try (BlockReader reader = source.open(shard, columns)) {
                advance(0, reader);
                for (Block block = next(reader); block != null; block = next(reader)) {
                    BlockSpan blockSpan = new BlockSpan();
                    RejectedRows.requireNone(plan.recipe().run().onBadRow(), block);
                    task.accept(block);
                    long newRows = (long) block.rows() + block.badRows().size();
                    blockSpan.end(newRows, reader.bytesRead() - bytes);
                    resources.betweenBlocks(newRows, advance(newRows, reader), control);
                }
                advance(0, reader);
                span.end(rows);
                return new ShardScan(shard, worker, rows, reader.contentHash(), millisSince(start));
            } catch (IOException failure) {
                throw StorageException.reading(shard.file(), failure);
            }
        }

        private @Nullable Block next(BlockReader reader) throws IOException {
            long begun = System.nanoTime();
            Block block = reader.next();
            counters.stages().read(System.nanoTime() - begun);
            return block;
        }

        /// Counts what was read.
        ///
        /// @return how many bytes that was
        private long advance(long newRows, BlockReader reader) {
            long newBytes = reader.bytesRead() - bytes;
            counters.advance(worker, id, shard.bytes(), newRows, newBytes, reader.bytesRead());
            rows += newRows;
            bytes += newBytes;
            return newBytes;
        }
    }

    /// A fault that may be gone at the next attempt.
    private static final class TryAgain extends Exception {

        private static final long serialVersionUID = 1L;

        private final StorageException fault;

        TryAgain(StorageException fault) {
            super(fault);
            this.fault = fault;
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
