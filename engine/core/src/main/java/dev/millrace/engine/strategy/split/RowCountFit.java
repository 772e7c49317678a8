package dev.millrace.engine.strategy.split;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.strategy.FitRound;

import java.util.TreeMap;

/// Counts the rows of one shard when there is no label: all have the empty one.
final class RowCountFit implements FitRound.Fit<LabelCounts> {

    private final ShardKey shard;
    private long rows;

    RowCountFit(ShardKey shard) {
        this.shard = shard;
    }

    @Override
    public void add(Split split, Block block) {
        rows += block.rows();
    }

    @Override
    public LabelCounts summary() {
        TreeMap<String, Long> counts = new TreeMap<>();
        counts.put("", rows);
        return rows == 0 ? LabelCounts.NONE : new LabelCounts.OfShard(shard, counts).alone(null);
    }
}
