package dev.millrace.engine.run;

import static java.util.Objects.requireNonNull;

import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.run.RunEvent.ShardId;
import dev.millrace.engine.span.PassSpan;

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

/// The scans over shards that a run makes, one after the other: hands shards to workers, takes their results in shard
/// order, and keeps account of what was read.
final class Scans {

    private final RunParts run;
    private final ShardExecutor executor;

    private final Map<Shard, ShardScan> latest = new TreeMap<>();
    private final List<Manifest.PassEntry> entries = new ArrayList<>();

    Scans(RunParts run, ShardExecutor executor) {
        this.run = run;
        this.executor = executor;
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
        List<Shard> shards = run.plan().shards(pass);
        run.counters().startPass(number);
        run.events()
                .emit(new RunEvent.PassStarted(run.clock().instant(), number, pass.kind(), pass.why(), shards.size()));
        PassSpan span = new PassSpan(number, pass.kind().name(), shards.size());
        long start = System.nanoTime();
        List<ShardScan> done = new ArrayList<>(kept(number, shards, kept));
        Set<Shard> doneBefore = new HashSet<>();
        done.forEach(scan -> doneBefore.add(scan.shard()));
        executor.forEach(
                shards.stream().filter(shard -> !doneBefore.contains(shard)).toList(),
                (shard, worker) -> new ShardWork(run, columns, number, shard, id(shard), worker).toItsEnd(tasks),
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
        run.events().emit(new RunEvent.PassFinished(run.clock().instant(), number, rows, millis));
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
            run.counters().skip(scan.rows(), shard.bytes());
            run.events()
                    .emit(new RunEvent.ShardKept(run.clock().instant(), number, id(shard), scan.rows(), shard.bytes()));
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
        return new ShardId(shard.split(), shard.number(), run.plan().dataset().relativePath(shard));
    }

    private Manifest.PassEntry entry(Pass pass, long rows, long millis, List<ShardScan> scans) {
        return new Manifest.PassEntry(
                pass.kind().name().toLowerCase(Locale.ROOT),
                pass.why(),
                pass.strategies().stream().map(i -> run.plan().steps().get(i).strategy().id()).toList(),
                pass.columns().stream().map(run.plan().dataset().schema()::name).toList(),
                rows,
                millis,
                scans.stream()
                        .map(scan ->
                                new Manifest.ShardTime(
                                        run.plan().dataset().relativePath(scan.shard()), scan.worker(), scan.millis()))
                        .toList());
    }

    private static long millisSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }
}
