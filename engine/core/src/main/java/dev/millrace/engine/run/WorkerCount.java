package dev.millrace.engine.run;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.recipe.RunSettings;

/// How many shards are worked on at once.
final class WorkerCount {

    private static final double USABLE_SHARE = 0.7; // of the memory; the rest is for statistics and the runtime
    private static final long FIXED_FOOTPRINT = 2 << 20; // a worker's output buffers, dictionaries and thread

    private WorkerCount() {}

    /// The recipe's number; if that is 0, min(processors, memory · 0.7 / a worker's footprint, shards). Batch mode is
    /// one worker.
    static int of(Plan plan, BlockSize size, long memoryBytes, int processors) {
        RunSettings settings = plan.recipe().run();
        if (settings.mode() == Mode.BATCH) {
            return 1;
        }
        int shards = plan.dataset().shards().size();
        if (settings.workers() > 0) {
            return Math.min(settings.workers(), shards);
        }
        long byMemory = (long) (memoryBytes * USABLE_SHARE / footprint(size, plan));
        return (int) Math.max(1, Math.min(Math.min(processors, shards), byMemory));
    }

    /// The block's bytes, and its index of two positions for each cell that is looked at and each record.
    private static long footprint(BlockSize size, Plan plan) {
        int looked = plan.passes().stream().mapToInt(pass -> pass.columns().size()).max().orElse(0);
        long shortestRow = 2L * plan.dataset().schema().size(); // a delimiter and a character per cell
        long rows = Math.min(size.rows(), size.bytes() / shortestRow + 1);
        return FIXED_FOOTPRINT + size.bytes() + rows * (looked + 1) * 2 * Integer.BYTES;
    }
}
