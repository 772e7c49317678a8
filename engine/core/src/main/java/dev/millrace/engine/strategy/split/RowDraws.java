package dev.millrace.engine.strategy.split;

import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.stats.SeededRandom;
import dev.millrace.engine.stats.ShardDraw;

import java.util.HashMap;
import java.util.Map;

/// How many rows of each shard and class go to train and to val, drawn so that every set of rows of the wanted sizes is
/// equally likely.
///
/// @param quotas by shard and class number
record RowDraws(Map<ShardKey, Map<Long, Quota>> quotas, long seed) {

    /// Samples of a [ShardDraw.Selection], in this order; rows in neither are test.
    static final int TRAIN = 0;

    static final int VAL = 1;

    RowDraws {
        quotas = Map.copyOf(quotas);
    }

    /// @param rows of one class in one shard
    /// @param train how many of them are train
    /// @param val how many of them are val
    record Quota(long rows, long train, long val) {}

    /// Draws each shard's share of each class, one shard after the other: train among all rows, val among the others.
    static RowDraws of(Strata strata, SplitSizes sizes, long seed) {
        Map<ShardKey, Map<Long, Quota>> quotas = new HashMap<>();
        strata.positions()
                .forEach((number, stratum) -> {
                    long[] rows = strata.counts()[stratum];
                    long[] train = ShardDraw.allocate(rows, sizes.train()[stratum], random(seed, "train", number, 0));
                    long[] others = rows.clone();
                    for (int shard = 0; shard < rows.length; shard++) {
                        others[shard] -= train[shard];
                    }
                    long[] val = ShardDraw.allocate(others, sizes.val()[stratum], random(seed, "val", number, 0));
                    for (int shard = 0; shard < rows.length; shard++) {
                        quotas.computeIfAbsent(strata.shards().get(shard), _ -> new HashMap<>())
                                .put(number, new Quota(rows[shard], train[shard], val[shard]));
                    }
                });
        return new RowDraws(quotas, seed);
    }

    /// Picks the rows of one shard and class.
    ShardDraw.Selection selection(ShardKey shard, long number) {
        Quota quota = quotas.getOrDefault(shard, Map.of()).getOrDefault(number, new Quota(0, 0, 0));
        long[] wanted = {quota.train(), quota.val()};
        return new ShardDraw.Selection(quota.rows(), wanted, random(seed, "rows", number, shard.number()));
    }

    private static SeededRandom random(long seed, String purpose, long number, long shard) {
        return SeededRandom.of(seed, TabularSplit.ID + "/" + purpose, Long.toString(number), shard);
    }
}
