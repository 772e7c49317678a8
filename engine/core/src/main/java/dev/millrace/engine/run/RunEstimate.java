package dev.millrace.engine.run;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.Mode;

/// What a run will need, as far as that can be told without reading a row.
///
/// @param workers how many shards are worked on at once
/// @param blockBytes size of a block
/// @param bytesToRead bytes of shards that all passes together read from disk
/// @param heapBytes of the heap that the data takes: blocks and their indexes, in batch mode of all shards; what
///   strategies learn is only in there as far as it is usual
/// @param heapLimit the most that a run may take of the heap
public record RunEstimate(int workers, int blockBytes, long bytesToRead, long heapBytes, long heapLimit) {

    /// Estimates a run on this machine.
    ///
    /// @param heap limit of the Java heap
    /// @param processors how many there are
    public static RunEstimate of(Plan plan, BlockSize size, long heap, int processors) {
        MemoryLimit limit = MemoryLimit.of(plan.recipe().run(), heap);
        int workers = WorkerCount.of(plan, size, limit, processors);
        int readers = WorkerCount.readers(plan, size, limit, processors);
        long ofWorker = WorkerCount.footprint(size, plan) + WorkerCount.readAhead(size, plan, readers);
        boolean batch = plan.recipe().run().mode() == Mode.BATCH;
        long bytes = plan.dataset().bytes();
        long held = Math.round((double) bytes / size.bytes() * WorkerCount.block(size, plan));
        return new RunEstimate(
                workers,
                size.bytes(),
                batch ? bytes : plan.bytesToRead(),
                workers * ofWorker + (batch ? held : 0),
                limit.bytes());
    }
}
