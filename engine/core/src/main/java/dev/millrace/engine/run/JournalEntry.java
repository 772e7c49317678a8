package dev.millrace.engine.run;

import static java.util.Objects.requireNonNull;

import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a run's journal says, in the order in which it happened. A line that lacks something is none: a journal may be
/// damaged or forged. What is said of a file is true once the file is found to have the hash that is said: entries may
/// reach the disk before or after the files they tell of.
sealed interface JournalEntry {

    /// Whether it tells of something that need not be done again.
    default boolean isWorthKeeping() {
        return switch (this) {
            case Stored _, Written _, Committing _ -> true;
            case Begun _, Resumed _, Collected _ -> false;
        };
    }

    /// A run begins. The first entry.
    ///
    /// @param format version of the journal's format
    /// @param run id of the run
    /// @param engine version of the engine
    /// @param recipe the whole recipe, with absolute paths
    /// @param shards how many the dataset has
    /// @param inputs every file that the run reads
    record Begun(
            int format, String run, Instant at, String engine, JsonNode recipe, int shards, List<Fingerprint> inputs)
            implements JournalEntry {

        public Begun {
            requireNonNull(run, "run is null");
            requireNonNull(at, "at is null");
            requireNonNull(engine, "engine is null");
            requireNonNull(recipe, "recipe is null");
            inputs = List.copyOf(inputs);
        }
    }

    /// A run that did not finish goes on.
    record Resumed(Instant at) implements JournalEntry {}

    /// A shard's rows were collected. In a scan, these entries come in shard order.
    ///
    /// @param scan number from 1 of the scan over shards
    record Collected(int scan, Scan shard) implements JournalEntry {}

    /// What a scan collected of its first shards is stored.
    ///
    /// @param scan number from 1
    /// @param shards how many shards it holds
    /// @param summaries one for each strategy that is fitted
    record Stored(int scan, int shards, List<StoredSummary> summaries) implements JournalEntry {

        public Stored {
            summaries = List.copyOf(summaries);
        }
    }

    /// The folded summary of a fit, in a file.
    ///
    /// @param strategy position in the recipe
    /// @param file relative to the output folder
    /// @param hash of the file
    record StoredSummary(int strategy, String file, long bytes, String hash) {}

    /// A shard was transformed, and what became of it is whole under temporary names.
    ///
    /// @param scan number from 1
    /// @param outputs files with the shard's rows
    /// @param rejected the file with its bad rows, null if there is none
    /// @param rows what became of its rows
    /// @param counted what each strategy counted, in recipe order
    record Written(
            int scan,
            Scan shard,
            List<Manifest.Output> outputs,
            Manifest.@Nullable Output rejected,
            RowCounts.Tally rows,
            List<Map<String, Long>> counted)
            implements JournalEntry {

        public Written {
            requireNonNull(shard, "shard is null");
            requireNonNull(rows, "rows is null");
            outputs = List.copyOf(outputs);
            counted = List.copyOf(counted);
        }
    }

    /// Everything is whole, and files begin to get their final names.
    ///
    /// @param files their final names, relative to the output folder
    record Committing(List<String> files) implements JournalEntry {

        public Committing {
            files = List.copyOf(files);
        }
    }

    /// One scan of one shard, as [ShardScan] has it.
    record Scan(Split split, int number, int worker, long rows, String hash, long millis) {

        static Scan of(ShardScan scan) {
            return new Scan(
                    scan.shard().split(),
                    scan.shard().number(),
                    scan.worker(),
                    scan.rows(),
                    scan.hash(),
                    scan.millis());
        }

        ShardKey key() {
            return new ShardKey(split, number);
        }
    }

    /// A file that a run reads, as it was when the run began.
    ///
    /// @param path relative to the dataset, or absolute if it lies elsewhere
    /// @param bytes its size
    /// @param modified when it was last changed
    record Fingerprint(String path, long bytes, Instant modified) {}
}
