package dev.millrace.engine.dataset;

import java.util.Comparator;

/// Names an input shard, for those that must not know where it lies.
///
/// @param split the split it belongs to as an input
/// @param number the digits of its name
public record ShardKey(Split split, int number) implements Comparable<ShardKey> {

    @Override
    public int compareTo(ShardKey other) {
        return Comparator.comparing(ShardKey::split).thenComparingInt(ShardKey::number).compare(this, other);
    }
}
