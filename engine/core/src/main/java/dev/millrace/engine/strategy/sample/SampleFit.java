package dev.millrace.engine.strategy.sample;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.stats.Moments;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Holding;
import dev.millrace.engine.strategy.Subject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Counts the rows of one shard by split and stratum.
final class SampleFit implements FitRound.Fit<SampleCounts> {

    private final ShardKey shard;
    private final String strataColumn;
    private final @Nullable String varianceColumn;
    private final Subject subject;
    private final Map<Split, StrataFit> splits = new EnumMap<>(Split.class);

    /// @param varianceColumn the column whose moments are taken; null for none
    SampleFit(ShardKey shard, String strataColumn, @Nullable String varianceColumn, Subject subject) {
        this.shard = shard;
        this.strataColumn = strataColumn;
        this.varianceColumn = varianceColumn;
        this.subject = subject;
    }

    @Override
    public void add(Split split, Block rows) {
        splits.computeIfAbsent(split, _ -> new StrataFit(strataColumn, varianceColumn, subject)).add(rows);
    }

    @Override
    public List<Holding> holdings() {
        return splits.values().stream().map(fit -> new Holding(strataColumn, fit.size(), fit.footprint())).toList();
    }

    @Override
    public SampleCounts summary() {
        List<SampleCounts.Part> parts = new ArrayList<>();
        Map<Split, SortedMap<String, Moments>> moments = new EnumMap<>(Split.class);
        splits.forEach((split, fit) -> {
            parts.add(new SampleCounts.Part(shard, split, fit.rows(), fit.missing()));
            if (varianceColumn != null) {
                moments.put(split, fit.moments());
            }
        });
        return new SampleCounts(parts, moments);
    }
}
