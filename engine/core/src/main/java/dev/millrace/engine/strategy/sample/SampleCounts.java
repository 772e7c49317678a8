package dev.millrace.engine.strategy.sample;

import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.stats.CodePointOrder;
import dev.millrace.engine.stats.Moments;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What stratified sampling learns of some shards. Counts and moments are exact, so merging is associative.
///
/// @param parts the rows that a shard has in a split, in shard order
/// @param moments of the variance column, by split and stratum; empty when no column is asked for
record SampleCounts(List<Part> parts, Map<Split, SortedMap<String, Moments>> moments) {

    static final SampleCounts NONE = new SampleCounts(List.of(), Map.of());

    SampleCounts {
        parts = List.copyOf(parts);
        moments = Map.copyOf(moments);
    }

    /// Rows of one shard in one split.
    ///
    /// @param rows by stratum
    /// @param missing rows whose stratum is missing
    record Part(ShardKey shard, Split split, SortedMap<String, Long> rows, long missing) {}

    SampleCounts plus(SampleCounts other) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(other.parts);
        Map<Split, SortedMap<String, Moments>> sums = new EnumMap<>(Split.class);
        for (SampleCounts each : List.of(this, other)) {
            each.moments.forEach((split, strata) -> {
                SortedMap<String, Moments> sum =
                        sums.computeIfAbsent(split, _ -> new TreeMap<>(CodePointOrder.ASCENDING));
                strata.forEach((stratum, ofStratum) -> sum.merge(stratum, ofStratum, Moments::plus));
            });
        }
        return new SampleCounts(all, sums);
    }

    /// The parts of a split, in shard order.
    List<Part> parts(Split split) {
        return parts.stream().filter(part -> part.split() == split).toList();
    }

    /// The moments of a split's stratum.
    Moments moments(Split split, String stratum) {
        SortedMap<String, Moments> strata = moments.get(split);
        return strata == null ? Moments.NONE : strata.getOrDefault(stratum, Moments.NONE);
    }
}
