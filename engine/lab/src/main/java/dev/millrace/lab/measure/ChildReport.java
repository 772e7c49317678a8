package dev.millrace.lab.measure;

import dev.millrace.engine.run.StageTimes;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a child JVM tells of its run.
///
/// @param rows read, each counted once
/// @param bytes of the shards, each counted once
/// @param runSeconds from the run's start to its end, without the start of the JVM
/// @param commitSeconds from the end of the last pass until all files had their final names
/// @param stages what the workers spent their time with
/// @param cpuSeconds of the whole process
/// @param peakHeapBytes most that was used of the heap, by its pools' peaks
/// @param peakResidentBytes largest resident set; null where the system does not tell
/// @param collections of garbage
/// @param collectionSeconds in which collectors worked
/// @param diskReadBytes that came from a disk rather than the page cache; null where the system does not tell
/// @param diskWrittenBytes that went to a disk, likewise
/// @param outputBytes of all files written
/// @param limits as the child's JVM saw them
public record ChildReport(
        long rows,
        long bytes,
        int workers,
        double runSeconds,
        double commitSeconds,
        StageTimes stages,
        double cpuSeconds,
        long peakHeapBytes,
        @Nullable Long peakResidentBytes,
        long collections,
        double collectionSeconds,
        @Nullable Long diskReadBytes,
        @Nullable Long diskWrittenBytes,
        long outputBytes,
        Limits limits,
        List<PassTime> passes,
        List<Chunk> chunks) {

    public ChildReport {
        passes = List.copyOf(passes);
        chunks = List.copyOf(chunks);
    }

    /// What the child's JVM may use.
    ///
    /// @param maxHeapBytes `Runtime.maxMemory()`
    /// @param processors `Runtime.availableProcessors()`
    /// @param allowedProcessors numbers of those that the system lets it run on; empty where it does not tell
    /// @param groupMemoryBytes limit of the control group; null if there is none
    /// @param groupProcessors likewise of processor time, as a number of processors
    /// @param collectors names of the JVM's garbage collectors
    public record Limits(
            long maxHeapBytes,
            int processors,
            String allowedProcessors,
            @Nullable Long groupMemoryBytes,
            @Nullable Double groupProcessors,
            List<String> collectors) {

        public Limits {
            collectors = List.copyOf(collectors);
        }
    }

    /// One scan over shards.
    ///
    /// @param kind `fit` or `transform`
    /// @param strategies that were fitted or applied
    public record PassTime(int pass, String kind, List<String> strategies, int columns, long rows, double seconds) {

        public PassTime {
            strategies = List.copyOf(strategies);
        }
    }

    /// One scan of one shard.
    ///
    /// @param shard path relative to the dataset
    public record Chunk(int pass, String shard, int worker, long rows, long bytes, double seconds) {}
}
