package dev.millrace.engine.run;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.plan.Plan;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/// What keeps a run within the memory and the rates that it may use.
record RunResources(MemoryGovernor memory, StatisticsBudget statistics, Throttle throttle) {

    /// @param size of blocks when there is memory enough
    /// @param events told when memory becomes short
    static RunResources of(Plan plan, BlockSize size, int workers, Clock clock, Consumer<RunEvent> events) {
        MemoryLimit limit = MemoryLimit.of(plan.recipe().run(), Runtime.getRuntime().maxMemory());
        return new RunResources(
                new MemoryGovernor(limit, size, workers, new JavaHeap(), clock, events),
                new StatisticsBudget(limit.forStatistics(), clock, events),
                new Throttle(plan.recipe().run(), System::nanoTime));
    }

    /// A worker is between two blocks. Waits if the run is too fast, and while it is paused.
    ///
    /// @param newRows rows of the block before
    /// @param newBytes bytes read for it
    /// @throws dev.millrace.engine.problem.CancelledException if the run was cancelled
    void betweenBlocks(long newRows, long newBytes, RunControl control) {
        memory.observe();
        Duration wait = throttle.taken(newRows, newBytes);
        if (wait.isPositive()) {
            control.pauseFor(wait);
        } else {
            control.checkpoint();
        }
    }
}
