package dev.millrace.engine.run;

import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.recipe.RunSettings;

/// The memory that a run may count on, and how it is shared out. What the shares leave is for the runtime, and for what
/// lives only until the next collection.
///
/// @param bytes how much
/// @param heap limit of the Java heap, at least as much
record MemoryLimit(long bytes, long heap) {

    private static final double WORKERS = 0.7;
    private static final double STATISTICS = 1.0 / 3; // merging needs as much again for a moment

    /// The recipe's limit, but never more than the heap has. Batch mode holds all data, so only the heap limits it.
    static MemoryLimit of(RunSettings settings, long heap) {
        long wanted = (long) settings.memoryLimitMb() << 20;
        boolean unlimited = wanted == 0 || settings.mode() == Mode.BATCH;
        return new MemoryLimit(unlimited ? heap : Math.min(wanted, heap), heap);
    }

    /// What the footprints of all workers may take together.
    long forWorkers() {
        return (long) (bytes * WORKERS);
    }

    /// What fits may hold of the data, in all workers and of all shards together.
    long forStatistics() {
        return (long) (bytes * STATISTICS);
    }

    /// Whether the heap could grow beyond it.
    boolean isBelowHeap() {
        return bytes < heap;
    }
}
