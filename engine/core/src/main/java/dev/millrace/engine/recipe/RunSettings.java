package dev.millrace.engine.recipe;

import dev.millrace.engine.settings.Default;
import dev.millrace.engine.settings.Described;
import dev.millrace.engine.settings.Range;

/// How a run is executed; nothing here changes its results.
///
/// @param mode batch or streaming
/// @param workers shards worked on at once in streaming mode; 0 chooses by processors, memory and shards
/// @param memoryLimitMb memory of the Java heap that the run may count on, in MiB; 0 is the heap's limit
/// @param blockKb size of a block in KiB; 0 is the default
/// @param rateLimitMb most MiB that all workers together read in a second; 0 is as fast as they can
/// @param rateLimitRows most rows, likewise
/// @param onBadRow what is done with a row that cannot be read
/// @param retries how often a shard is begun again after a fault of storage that may pass
/// @param seed of all random choices
@Described(title = "How to run", help = "Nothing here but the seed changes the results.")
public record RunSettings(
        @Described(
                        title = "Mode",
                        help =
                                "Batch: all in memory, one file per split. Streaming: a few blocks at a time, shard in,"
                                        + " shard out.")
                @Default("\"batch\"")
                Mode mode,
        @Described(title = "Workers", help = "Shards worked on at once in streaming mode; 0 chooses.")
                @Default("0")
                @Range(min = 0, max = 1024)
                int workers,
        @Described(
                        title = "Memory limit",
                        help = "What workers, blocks and statistics together may take of the heap; 0 is all of it.",
                        unit = "MiB")
                @Default("0")
                @Range(min = 0)
                int memoryLimitMb,
        @Described(
                        title = "Block size",
                        help = "How much of a shard is in memory at once; 0 is the default.",
                        unit = "KiB")
                @Default("0")
                @Range(min = 0, max = 65536)
                int blockKb,
        @Described(
                        title = "Most MiB per second",
                        help = "What all workers together may read, for machines that others use too; 0 is any.",
                        unit = "MiB/s")
                @Default("0")
                @Range(min = 0)
                int rateLimitMb,
        @Described(
                        title = "Most rows per second",
                        help = "What all workers together may read, for machines that others use too; 0 is any.",
                        unit = "rows/s")
                @Default("0")
                @Range(min = 0)
                long rateLimitRows,
        @Described(
                        title = "Bad rows",
                        help =
                                "Fail: the run stops and names the row. Quarantine: it goes to rejected. Skip: it is"
                                        + " counted.")
                @Default("\"fail\"")
                BadRowPolicy onBadRow,
        @Described(title = "Retries", help = "How often a shard is tried again when its storage fails for a moment.")
                @Default("3")
                @Range(min = 0, max = 100)
                int retries,
        @Described(title = "Seed", help = "Of all random choices: the same seed gives the same bytes.") @Default("42")
                long seed) {

    public RunSettings withMode(Mode other) {
        return new RunSettings(
                other, workers, memoryLimitMb, blockKb, rateLimitMb, rateLimitRows, onBadRow, retries, seed);
    }

    public RunSettings withWorkers(int other) {
        return new RunSettings(
                mode, other, memoryLimitMb, blockKb, rateLimitMb, rateLimitRows, onBadRow, retries, seed);
    }

    public RunSettings withMemoryLimitMb(int other) {
        return new RunSettings(mode, workers, other, blockKb, rateLimitMb, rateLimitRows, onBadRow, retries, seed);
    }

    public RunSettings withBlockKb(int other) {
        return new RunSettings(
                mode, workers, memoryLimitMb, other, rateLimitMb, rateLimitRows, onBadRow, retries, seed);
    }

    public RunSettings withRateLimits(int mb, long rows) {
        return new RunSettings(mode, workers, memoryLimitMb, blockKb, mb, rows, onBadRow, retries, seed);
    }

    public RunSettings withOnBadRow(BadRowPolicy other) {
        return new RunSettings(mode, workers, memoryLimitMb, blockKb, rateLimitMb, rateLimitRows, other, retries, seed);
    }

    /// What a recipe that says nothing gets.
    public static RunSettings defaults() {
        return new RunSettings(Mode.BATCH, 0, 0, 0, 0, 0, BadRowPolicy.FAIL, 3, 42);
    }
}
