package dev.millrace.engine.strategy.sample;

import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.stats.ReplacementDraw;
import dev.millrace.engine.stats.SeededRandom;
import dev.millrace.engine.stats.ShardDraw;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many rows are drawn of each shard, split and stratum, every set of rows being equally likely.
///
/// @param quotas by what they are of
/// @param purpose what random numbers are drawn for: another sampling of the same recipe has another one
record SampleDraws(Map<Key, Quota> quotas, String purpose, long seed) {

    SampleDraws {
        quotas = Map.copyOf(quotas);
    }

    /// Rows that are drawn together in one scan.
    record Key(ShardKey shard, Split split, String stratum) {}

    /// How many of them there are, and how many are drawn.
    record Quota(long rows, long draws, boolean replacement) {}

    /// Draws each shard's share of each stratum, one shard after the other.
    static SampleDraws of(List<SplitPlan> plans, SampleCounts counts, StratifiedSamplingSettings settings, long seed) {
        String purpose =
                String.join(
                        "/",
                        StratifiedSampling.ID,
                        settings.strataColumn(),
                        settings.allocation().word(),
                        Long.toString(settings.targetSize()),
                        Long.toString(settings.minPerStratum()));
        Map<Key, Quota> quotas = new HashMap<>();
        for (SplitPlan plan : plans) {
            List<SampleCounts.Part> parts = counts.parts(plan.split());
            for (StratumPlan stratum : plan.strata()) {
                long[] rows = parts.stream().mapToLong(part -> part.rows().getOrDefault(stratum.name(), 0L)).toArray();
                SeededRandom random = random(seed, purpose + "/shards", plan.split(), stratum.name(), 0);
                long[] draws =
                        stratum.replacement()
                                ? ReplacementDraw.allocate(rows, stratum.achieved(), random)
                                : ShardDraw.allocate(rows, stratum.achieved(), random);
                for (int i = 0; i < rows.length; i++) {
                    if (rows[i] > 0) {
                        Key key = new Key(parts.get(i).shard(), plan.split(), stratum.name());
                        quotas.put(key, new Quota(rows[i], draws[i], stratum.replacement()));
                    }
                }
            }
        }
        return new SampleDraws(quotas, purpose, seed);
    }

    /// How often rows are drawn, in the order of the shard.
    ///
    /// @throws IllegalStateException if pass 1 did not see such rows
    RowDraw draw(Key key) {
        Quota quota = quotas.get(key);
        if (quota == null) {
            throw new IllegalStateException("rows of " + key + " are offered but were not counted");
        }
        String from = "/rows/" + key.shard().split().folder();
        SeededRandom random = random(seed, purpose + from, key.split(), key.stratum(), key.shard().number());
        if (quota.replacement()) {
            return new ReplacementDraw.Selection(quota.rows(), quota.draws(), random)::next;
        }
        ShardDraw.Selection selection = new ShardDraw.Selection(quota.rows(), new long[] {quota.draws()}, random);
        return () -> selection.next() + 1; // sample 0, or −1 for none
    }

    /// Draws row after row.
    @FunctionalInterface
    interface RowDraw {

        /// How often the next row is drawn.
        long next();
    }

    private static SeededRandom random(long seed, String purpose, Split split, String stratum, long shard) {
        return SeededRandom.of(seed, purpose + "/" + split.folder(), stratum, shard);
    }
}
