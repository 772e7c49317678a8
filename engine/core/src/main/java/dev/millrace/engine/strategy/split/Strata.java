package dev.millrace.engine.strategy.split;

import dev.millrace.engine.dataset.ShardKey;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// The rows to split, by stratum and shard. Rows with a bad label are in none.
///
/// @param names of the strata, for messages
/// @param shards the shards that have a row, in order
/// @param positions of the strata, by the number of their class
/// @param counts rows by stratum and shard
@SuppressWarnings("ArrayRecordComponent") // made once, read once
record Strata(List<String> names, List<ShardKey> shards, SortedMap<Long, Integer> positions, long[][] counts) {

    /// The class number of rows without a label column, and of all rows when they are not stratified.
    static final long NO_CLASS = 0;

    private static final int NO_STRATUM = -1; // never: every class has its stratum

    /// A stratum for each class, in ascending order of their numbers.
    static Strata byClass(LabelCounts counts, LabelNumbers numbers) {
        SortedMap<Long, String> names = new TreeMap<>();
        counts.labels().forEach(label -> numbers.number(label).ifPresent(number -> names.putIfAbsent(number, label)));
        return of(counts, numbers, names, false);
    }

    /// All rows as one stratum.
    static Strata one(LabelCounts counts, @Nullable LabelNumbers numbers) {
        return of(counts, numbers, new TreeMap<>(Map.of(NO_CLASS, "")), true);
    }

    private static Strata of(
            LabelCounts counts, @Nullable LabelNumbers numbers, SortedMap<Long, String> names, boolean together) {
        SortedMap<Long, Integer> positions = new TreeMap<>();
        names.keySet().forEach(number -> positions.put(number, positions.size()));
        long[][] rows = new long[names.size()][counts.shards().size()];
        for (int shard = 0; shard < counts.shards().size(); shard++) {
            for (Map.Entry<String, Long> label : counts.shards().get(shard).rows().entrySet()) {
                OptionalLong number = numbers == null ? OptionalLong.of(NO_CLASS) : numbers.number(label.getKey());
                if (number.isPresent()) {
                    int stratum = positions.getOrDefault(together ? NO_CLASS : number.getAsLong(), NO_STRATUM);
                    rows[stratum][shard] += label.getValue();
                }
            }
        }
        List<ShardKey> shards = counts.shards().stream().map(LabelCounts.OfShard::shard).toList();
        return new Strata(List.copyOf(names.values()), shards, positions, rows);
    }

    boolean isEmpty() {
        return Arrays.stream(rows()).sum() == 0;
    }

    /// Rows of each stratum over all shards.
    long[] rows() {
        return Arrays.stream(counts).mapToLong(ofStratum -> Arrays.stream(ofStratum).sum()).toArray();
    }
}
