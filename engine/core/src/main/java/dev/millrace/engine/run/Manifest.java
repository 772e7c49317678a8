package dev.millrace.engine.run;

import static java.util.Objects.requireNonNull;

import dev.millrace.engine.json.DocumentFile;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.StorageException;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a finished run read, did and wrote: `_run/manifest.json`.
///
/// @param format version of this document
/// @param started when it began
/// @param resumed when it was gone on with after it had not finished
/// @param engine version of the engine
/// @param recipe the whole recipe
/// @param recipeHash hash of the recipe's document
/// @param rejected files of bad rows, with the split of the shards they come from
public record Manifest(
        int format,
        String run,
        String engine,
        Instant started,
        List<Instant> resumed,
        Instant ended,
        Map<String, Object> recipe,
        String recipeHash,
        List<PassEntry> passes,
        List<Input> inputs,
        List<Output> outputs,
        List<Output> rejected,
        Rows rows,
        List<ArtifactEntry> artifacts,
        List<String> warnings,
        Memory memory,
        Machine machine) {

    static final int FORMAT = 1;

    private static final int MOST_MEBIBYTES = 1 << 10;

    /// A manifest may be damaged or forged: one that lacks something is none.
    public Manifest {
        requireNonNull(run, "run is null");
        requireNonNull(engine, "engine is null");
        requireNonNull(started, "started is null");
        requireNonNull(ended, "ended is null");
        requireNonNull(recipe, "recipe is null");
        requireNonNull(recipeHash, "recipeHash is null");
        requireNonNull(rows, "rows is null");
        requireNonNull(memory, "memory is null");
        requireNonNull(machine, "machine is null");
        resumed = resumed == null ? List.of() : List.copyOf(resumed); // not in manifests of the first versions
        passes = List.copyOf(passes);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rejected = List.copyOf(rejected);
        artifacts = List.copyOf(artifacts);
        warnings = List.copyOf(warnings);
    }

    /// When the part of the run began that finished it.
    public Instant lastStarted() {
        return resumed.isEmpty() ? started : resumed.getLast();
    }

    /// The manifest as its file.
    byte[] document() {
        return Json.document(this);
    }

    /// The manifest of the finished run in a folder; empty if there is none.
    ///
    /// @throws dev.millrace.engine.problem.DataException if the file is damaged
    public static Optional<Manifest> ofFinishedRun(Path output) {
        Path file = output.resolve(OutputFolder.MANIFEST);
        if (Entry.isAbsent(output.resolve(OutputFolder.SUCCESS)) || Entry.isAbsent(file)) {
            return Optional.empty();
        }
        try {
            JsonNode document = Json.parse(DocumentFile.bytes(file, MOST_MEBIBYTES), Place.of(file));
            return Optional.of(Json.read(document, Manifest.class, Place.of(file)));
        } catch (IOException failure) {
            throw StorageException.reading(file, failure);
        }
    }

    /// One scan over shards.
    ///
    /// @param kind `fit` or `transform`
    /// @param columns names of the columns looked at
    /// @param shards time of each shard
    public record PassEntry(
            String kind,
            String why,
            List<String> strategies,
            List<String> columns,
            long rows,
            long millis,
            List<ShardTime> shards) {

        public PassEntry {
            requireNonNull(kind, "kind is null");
            strategies = List.copyOf(strategies);
            columns = List.copyOf(columns);
            shards = List.copyOf(shards);
        }
    }

    /// How long a worker took for a shard.
    ///
    /// @param shard path relative to the dataset
    public record ShardTime(String shard, int worker, long millis) {}

    /// A shard that was read.
    ///
    /// @param path relative to the dataset
    /// @param hash of the content, as the last pass read it
    public record Input(String path, String split, long bytes, Instant modified, String hash, long rows) {

        public Input {
            requireNonNull(path, "path is null");
            requireNonNull(split, "split is null");
        }
    }

    /// A file that was written.
    ///
    /// @param path relative to the output folder
    public record Output(String path, String split, long rows, long bytes, String hash) {

        public Output {
            requireNonNull(path, "path is null");
            requireNonNull(split, "split is null");
            requireNonNull(hash, "hash is null");
        }
    }

    /// Row accounting: `in` + `repeated` = sum of `out` + sum of `dropped` + `rejected`.
    ///
    /// @param in rows read, bad ones included
    /// @param out rows written, by split
    /// @param repeated rows written beyond the first time, by sampling with replacement
    /// @param dropped rows that a strategy leaves out by its definition, by reason
    /// @param rejected bad rows that were quarantined or skipped
    public record Rows(long in, Map<String, Long> out, long repeated, Map<String, Long> dropped, long rejected) {

        public Rows {
            requireNonNull(out, "out is null");
            requireNonNull(dropped, "dropped is null");
        }

        /// Whether the counts add up.
        public boolean balanced() {
            return in + repeated == sum(out) + sum(dropped) + rejected;
        }

        private static long sum(Map<String, Long> counts) {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /// A file of what was learned.
    ///
    /// @param path relative to the output folder
    public record ArtifactEntry(String path, long bytes, String hash) {

        public ArtifactEntry {
            requireNonNull(path, "path is null");
            requireNonNull(hash, "hash is null");
        }
    }

    /// The most memory that the run used.
    ///
    /// @param peakHeapBytes no more than this was used of the heap: the sum of its pools' peaks, or its limit
    /// @param peakProcessBytes largest resident set, null where the system does not tell
    public record Memory(long peakHeapBytes, @Nullable Long peakProcessBytes) {}

    /// Where the run took place.
    ///
    /// @param maxHeapBytes the heap's limit
    public record Machine(String system, String architecture, int processors, String java, long maxHeapBytes) {

        static Machine current() {
            return new Machine(
                    System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""),
                    System.getProperty("os.arch", ""),
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.vm.name", "") + " " + Runtime.version(),
                    Runtime.getRuntime().maxMemory());
        }
    }
}
