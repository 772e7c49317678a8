package dev.millrace.engine.strategy.memory;

import dev.millrace.engine.dataset.Schema;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A dataset in memory.
///
/// @param schema its columns
/// @param shards rows of texts, by shard number
public record Table(Schema schema, SortedMap<Integer, List<List<String>>> shards) {

    public static Table of(String... columns) {
        return new Table(new Schema(List.of(columns)), new TreeMap<>());
    }

    /// Adds a row to a shard.
    public Table row(int shard, String... cells) {
        shards.computeIfAbsent(shard, _ -> new ArrayList<>()).add(List.of(cells));
        return this;
    }

    /// Adds equal rows to a shard.
    public Table rows(int times, int shard, String... cells) {
        for (int i = 0; i < times; i++) {
            row(shard, cells);
        }
        return this;
    }

    public int size() {
        return shards.values().stream().mapToInt(List::size).sum();
    }
}
