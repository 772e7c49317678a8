package dev.millrace.engine.profile;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What was found in all columns of some shards; merged in shard order.
///
/// @param shards how many
/// @param columns those that were collected, in their order
public record ProfileSummary(int shards, List<ColumnSummary> columns) {

    public ProfileSummary {
        columns = List.copyOf(columns);
    }

    /// What two runs of shards hold together.
    public ProfileSummary plus(ProfileSummary other) {
        List<ColumnSummary> sums = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            sums.add(columns.get(i).plus(other.columns.get(i)));
        }
        return new ProfileSummary(shards + other.shards, sums);
    }

    public DatasetProfile profile(Schema schema) {
        return profile(schema.columns());
    }

    /// The profile of some columns.
    ///
    /// @param names of the columns that were collected, in their order
    public DatasetProfile profile(List<String> names) {
        List<ColumnProfile> profiles = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            profiles.add(columns.get(i).profile(names.get(i)));
        }
        return new DatasetProfile(shards, profiles.isEmpty() ? 0 : profiles.getFirst().rows(), profiles);
    }

    /// Collects one shard. Used by one thread.
    public static final class Collector {

        private final List<ColumnCollector> columns;

        /// Begins a shard, of which all columns are collected.
        public Collector(Schema schema, MissingTokens missing) {
            this(IntStream.range(0, schema.size()).boxed().toList(), missing);
        }

        /// Begins a shard.
        ///
        /// @param positions of the columns that are collected
        public Collector(List<Integer> positions, MissingTokens missing) {
            columns = positions.stream().map(position -> new ColumnCollector(position, missing.tokens())).toList();
        }

        /// Takes in a block of the shard.
        public void add(Block block) {
            columns.forEach(column -> column.add(block));
        }

        public ProfileSummary summary() {
            return new ProfileSummary(1, columns.stream().map(ColumnCollector::summary).toList());
        }
    }
}
