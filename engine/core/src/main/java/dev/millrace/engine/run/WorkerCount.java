package dev.millrace.engine.run;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.plan.Step;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.recipe.RunSettings;

/// How many shards are worked on at once, and how many threads read ahead of each.
final class WorkerCount {

    private static final int PROCESSORS_PER_SPARE_WORKER = 4;
    private static final int SPARE_BLOCKS = 2; // of readers: one in use, one ready
    private static final long FIXED_FOOTPRINT = 2 << 20; // a worker's output buffers and thread

    private WorkerCount() {}

    /// The recipe's number; if that is 0, min(wanted, memory for workers / a worker's footprint, shards). Batch mode is
    /// one worker.
    static int of(Plan plan, BlockSize size, MemoryLimit limit, int processors) {
        RunSettings settings = plan.recipe().run();
        if (settings.mode() == Mode.BATCH) {
            return 1;
        }
        int shards = plan.dataset().shards().size();
        if (settings.workers() > 0) {
            return Math.min(settings.workers(), shards);
        }
        long byMemory = limit.forWorkers() / footprint(size, plan);
        return (int) Math.max(1, Math.min(Math.min(wanted(processors), shards), byMemory));
    }

    /// How many threads read ahead of each worker: those that find no shard of their own, as far as there is memory for
    /// what they read. None in batch mode.
    static int readers(Plan plan, BlockSize size, MemoryLimit limit, int processors) {
        RunSettings settings = plan.recipe().run();
        if (settings.mode() == Mode.BATCH) {
            return 0;
        }
        int workers = of(plan, size, limit, processors);
        int threads = settings.workers() > 0 ? settings.workers() : wanted(processors);
        long blocks = (limit.forWorkers() / workers - footprint(size, plan)) / block(size, plan);
        return (int) Math.max(0, Math.min((threads - workers) / workers, blocks - SPARE_BLOCKS));
    }

    /// Bytes of the blocks that threads read ahead of one worker.
    static long readAhead(BlockSize size, Plan plan, int readers) {
        return readers == 0 ? 0 : (readers + SPARE_BLOCKS) * block(size, plan);
    }

    /// One for each processor, and some that work while others wait for a disk, as a worker does when it forces a
    /// shard.
    private static int wanted(int processors) {
        return processors + Math.max(1, processors / PROCESSORS_PER_SPARE_WORKER);
    }

    /// Bytes that one worker takes: the block, its index of two positions for each cell that is looked at and each
    /// record, and what its fits usually hold.
    static long footprint(BlockSize size, Plan plan) {
        return FIXED_FOOTPRINT + block(size, plan) + statistics(plan);
    }

    /// Bytes that a full block takes with its index.
    static long block(BlockSize size, Plan plan) {
        int looked = plan.passes().stream().mapToInt(pass -> pass.columns().size()).max().orElse(0);
        long shortestRow = 2L * plan.dataset().schema().size(); // a delimiter and a character per cell
        long rows = Math.min(size.rows(), size.bytes() / shortestRow + 1);
        long index = rows * (looked + 1) * 2 * Integer.BYTES;
        return size.bytes() + index;
    }

    /// Of the pass whose fits take most.
    private static long statistics(Plan plan) {
        return plan.passes().stream()
                .filter(pass -> pass.kind() == Pass.Kind.FIT)
                .mapToLong(pass ->
                        pass.strategies().stream().map(plan.steps()::get).mapToLong(WorkerCount::statistics).sum())
                .max()
                .orElse(0);
    }

    private static long statistics(Step step) {
        return step.strategy().fit(step.subject()).usualBytes();
    }
}
