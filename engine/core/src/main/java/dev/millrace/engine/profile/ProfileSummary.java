package dev.millrace.engine.profile;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.dataset.Schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What was found in all columns of some shards; merged in shard order.
///
/// @param shards how many
/// @param columns in schema order
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
        List<ColumnProfile> profiles = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            profiles.add(columns.get(i).profile(schema.name(i)));
        }
        return new DatasetProfile(shards, profiles.isEmpty() ? 0 : profiles.getFirst().rows(), profiles);
    }

    /// Collects one shard. Used by one thread.
    public static final class Collector {

        private final List<ColumnCollector> columns;

        /// Begins a shard.
        ///
        /// @param missingTokens texts that count as missing, as UTF-8
        public Collector(Schema schema, List<byte[]> missingTokens) {
            columns =
                    IntStream.range(0, schema.size())
                            .mapToObj(position -> new ColumnCollector(position, missingTokens))
                            .toList();
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
