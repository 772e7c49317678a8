package dev.millrace.engine.strategy.split;

import static java.util.Objects.requireNonNull;

import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.stats.CodePointOrder;
import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;
import dev.millrace.engine.strategy.SummaryParts;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Rows of some shards by their label. Exact, so merging is associative.
///
/// @param labels the distinct labels, in code-point order
/// @param shards the shards that have a row, in order
/// @param notWhole the first label that is a number but no whole one; null if there is none, or nobody asks
record LabelCounts(NavigableSet<String> labels, List<OfShard> shards, @Nullable Problem notWhole) {

    static final LabelCounts NONE = new LabelCounts(Collections.emptyNavigableSet(), List.of(), null);

    /// Bytes of memory that one label of one shard takes.
    static final long BYTES_PER_COUNT = 64;

    LabelCounts {
        shards = List.copyOf(shards);
    }

    /// Writes each label once; shards name it by its place.
    void write(SummaryOutput out) throws IOException {
        out.flag(notWhole != null);
        if (notWhole != null) {
            SummaryParts.write(notWhole, out);
        }
        out.list(labels, (label, to) -> to.text(label));
        Map<String, Integer> places = new HashMap<>();
        labels.forEach(label -> places.put(label, places.size()));
        out.list(shards, (shard, to) -> shard.write(to, places));
    }

    static LabelCounts read(SummaryInput in) throws IOException {
        Problem notWhole = in.flag() ? SummaryParts.readProblem(in) : null;
        List<String> labels = in.list(SummaryInput::text);
        return new LabelCounts(sorted(labels), in.list(from -> OfShard.read(from, labels)), notWhole);
    }

    /// Rows of one shard.
    ///
    /// @param rows by label as it is written; without a label column all rows have the empty label
    record OfShard(ShardKey shard, SortedMap<String, Long> rows) {

        private void write(SummaryOutput out, Map<String, Integer> places) throws IOException {
            SummaryParts.write(shard, out);
            out.count(rows.size());
            for (Map.Entry<String, Long> label : rows.entrySet()) {
                out.count(requireNonNull(places.get(label.getKey())));
                out.count(label.getValue());
            }
        }

        private static OfShard read(SummaryInput in, List<String> labels) throws IOException {
            ShardKey shard = SummaryParts.readShard(in);
            SortedMap<String, Long> rows = new TreeMap<>(CodePointOrder.ASCENDING);
            for (int left = in.size(2); left > 0; left--) {
                rows.put(in.oneOf(labels), in.count());
            }
            return new OfShard(shard, rows);
        }

        LabelCounts alone(@Nullable Problem notWhole) {
            return new LabelCounts(sorted(rows.keySet()), List.of(this), notWhole);
        }
    }

    /// Bytes of memory that they take, about.
    long footprint() {
        long counts = shards.stream().mapToLong(shard -> shard.rows().size()).sum();
        return labels.stream().mapToLong(label -> 128L + label.length()).sum() + counts * BYTES_PER_COUNT;
    }

    LabelCounts plus(LabelCounts other) {
        List<OfShard> all = new ArrayList<>(shards);
        all.addAll(other.shards);
        NavigableSet<String> both = labels;
        if (!labels.containsAll(other.labels)) {
            both = sorted(labels);
            both.addAll(other.labels);
        }
        return new LabelCounts(both, all, notWhole == null ? other.notWhole : notWhole);
    }

    /// Rows of each label over all shards.
    SortedMap<String, Long> total() {
        SortedMap<String, Long> total = new TreeMap<>(CodePointOrder.ASCENDING);
        for (OfShard shard : shards) {
            for (Map.Entry<String, Long> label : shard.rows().entrySet()) {
                total.merge(label.getKey(), label.getValue(), Long::sum);
            }
        }
        return total;
    }

    private static NavigableSet<String> sorted(Iterable<String> labels) {
        NavigableSet<String> sorted = new TreeSet<>(CodePointOrder.ASCENDING);
        labels.forEach(sorted::add);
        return sorted;
    }
}
