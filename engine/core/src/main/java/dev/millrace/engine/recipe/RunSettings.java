package dev.millrace.engine.recipe;

import dev.millrace.engine.settings.Default;
import dev.millrace.engine.settings.Range;

/// How a run is executed; nothing here changes its results.
///
/// @param mode batch or streaming
/// @param workers shards worked on at once in streaming mode; 0 chooses by processors, memory and shards
/// @param memoryLimitMb memory that the automatic choice of workers may count on, in MiB; 0 is the heap's limit
/// @param blockKb size of a block in KiB; 0 is the default
/// @param onBadRow what is done with a row that cannot be read
/// @param retries how often a shard is begun again after a fault of storage that may pass
/// @param seed of all random choices
public record RunSettings(
        @Default("\"batch\"") Mode mode,
        @Default("0") @Range(min = 0, max = 1024) int workers,
        @Default("0") @Range(min = 0) int memoryLimitMb,
        @Default("0") @Range(min = 0, max = 65536) int blockKb,
        @Default("\"fail\"") BadRowPolicy onBadRow,
        @Default("3") @Range(min = 0, max = 100) int retries,
        @Default("42") long seed) {

    public RunSettings withMode(Mode other) {
        return new RunSettings(other, workers, memoryLimitMb, blockKb, onBadRow, retries, seed);
    }

    public RunSettings withWorkers(int other) {
        return new RunSettings(mode, other, memoryLimitMb, blockKb, onBadRow, retries, seed);
    }

    public RunSettings withMemoryLimitMb(int other) {
        return new RunSettings(mode, workers, other, blockKb, onBadRow, retries, seed);
    }

    public RunSettings withOnBadRow(BadRowPolicy other) {
        return new RunSettings(mode, workers, memoryLimitMb, blockKb, other, retries, seed);
    }

    /// What a recipe that says nothing gets.
    public static RunSettings defaults() {
        return new RunSettings(Mode.BATCH, 0, 0, 0, BadRowPolicy.FAIL, 3, 42);
    }
}
