package dev.millrace.app.data;

import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.profile.DatasetProfile;
import dev.millrace.engine.profile.ProfileSummary;
import dev.millrace.engine.profile.ShardScan;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Looks through the shards of a dataset, one after the other in one thread: a run beside it keeps its processors.
/// Summaries are merged in shard order. Blocking; not for the screen's thread.
final class ProfileWork {

    private static final int SAMPLED_SHARDS = 8;
    private static final int SAMPLED_ROWS = 16_000;
    private static final long SAMPLED_CELLS = 1_000_000;
    private static final long TOLD_EVERY = 100_000_000L; // nanoseconds

    private final Engine engine;
    private final Dataset dataset;
    private final List<Integer> columns;
    private final MissingTokens missing;
    private final BooleanSupplier cancelled;

    /// @param columns positions of the columns that are profiled
    ProfileWork(
            Engine engine, Dataset dataset, List<Integer> columns, MissingTokens missing, BooleanSupplier cancelled) {
        this.engine = engine;
        this.dataset = dataset;
        this.columns = columns;
        this.missing = missing;
        this.cancelled = cancelled;
    }

    /// How far an exact scan is.
    ///
    /// @param share of the bytes, 0 to 1
    /// @param scanned the shards that were read to their end
    record Progress(double share, Map<Shard, ShardScan.Found> scanned) {}

    /// What was found in all shards.
    record Result(DatasetProfile profile, Map<Shard, ShardScan.Found> scanned) {}

    /// The first rows of some shards, evenly spread over the dataset, the last one among them.
    DatasetProfile sample() {
        List<Shard> shards = spread(dataset.shards());
        long rows = Math.min(SAMPLED_ROWS, SAMPLED_CELLS / Math.max(1, columns.size())) / shards.size();
        ShardScan scan = engine.scan(dataset, columns, missing, Math.max(1, rows));
        ProfileSummary folded = null;
        for (Shard shard : shards) {
            ProfileSummary found = scan.of(shard, _ -> !cancelled.getAsBoolean()).summary();
            folded = folded == null ? found : folded.plus(found);
        }
        return profile(folded);
    }

    private static List<Shard> spread(List<Shard> shards) {
        if (shards.size() <= SAMPLED_SHARDS) {
            return shards;
        }
        List<Shard> some = new ArrayList<>();
        for (int i = 0; i < SAMPLED_SHARDS; i++) {
            some.add(shards.get((int) ((long) i * (shards.size() - 1) / (SAMPLED_SHARDS - 1))));
        }
        return some;
    }

    /// Every row of every shard.
    ///
    /// @param told now and then
    Result exact(Consumer<Progress> told) {
        ShardScan scan = engine.scan(dataset, columns, missing, Long.MAX_VALUE);
        double all = Math.max(1, dataset.bytes());
        long before = 0;
        long lastTold = System.nanoTime();
        ProfileSummary folded = null;
        Map<Shard, ShardScan.Found> scanned = new LinkedHashMap<>();
        for (Shard shard : dataset.shards()) {
            Ticker ticker = new Ticker(told, before / all, all, lastTold, scanned);
            ShardScan.Found found = scan.of(shard, ticker::goOn);
            lastTold = ticker.lastTold;
            folded = folded == null ? found.summary() : folded.plus(found.summary());
            scanned.put(shard, withoutSummary(found));
            before += shard.bytes();
        }
        return new Result(profile(folded), scanned);
    }

    /// What is kept of ten thousand shards.
    private static ShardScan.Found withoutSummary(ShardScan.Found found) {
        return new ShardScan.Found(
                new ProfileSummary(1, List.of()), found.rows(), found.badRows(), found.firstBad(), found.damage());
    }

    private DatasetProfile profile(@Nullable ProfileSummary folded) {
        return folded == null
                ? new DatasetProfile(0, 0, List.of())
                : folded.profile(columns.stream().map(dataset.schema()::name).toList());
    }

    /// Tells how far the scan is, ten times a second.
    private final class Ticker {

        private final Consumer<Progress> told;
        private final double before;
        private final double all;
        private final Map<Shard, ShardScan.Found> scanned;
        private long lastTold;

        Ticker(Consumer<Progress> told, double before, double all, long lastTold, Map<Shard, ShardScan.Found> scanned) {
            this.told = told;
            this.before = before;
            this.all = all;
            this.lastTold = lastTold;
            this.scanned = scanned;
        }

        boolean goOn(long bytes) {
            if (System.nanoTime() - lastTold > TOLD_EVERY) {
                lastTold = System.nanoTime();
                told.accept(new Progress(Math.min(1, before + bytes / all), Map.copyOf(scanned)));
            }
            return !cancelled.getAsBoolean();
        }
    }
}
