package dev.millrace.engine.run;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.run.PressureControl.Stance;
import dev.millrace.engine.run.PressureControl.Step;

import java.time.Clock;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Keeps a run within its memory: while too much of it is in use, shards are opened with smaller blocks, and workers
/// wait before they take their next one ([WorkerGate]). Results depend on none of it. Safe for all workers.
///
/// What is in use is measured after collections. Where the heap may grow beyond the limit, nothing would be collected
/// in time, so the governor asks for it.
final class MemoryGovernor {

    private static final int GARBAGE_SHARE = 8; // of the limit must be new before a collection is asked for again

    private final MemoryLimit limit;
    private final BlockSize size;
    private final HeapMeter meter;
    private final Clock clock;
    private final Consumer<RunEvent> events;
    private final ReentrantLock observing = new ReentrantLock();
    private final PressureControl control;
    private final WorkerGate gate;
    private long usedAfterOwnCollection;
    private volatile Stance stance;

    /// @param size of blocks without pressure
    /// @param workers how many there are
    /// @param events told of every step
    MemoryGovernor(
            MemoryLimit limit, BlockSize size, int workers, HeapMeter meter, Clock clock, Consumer<RunEvent> events) {
        this.limit = limit;
        this.size = size;
        this.meter = meter;
        this.clock = clock;
        this.events = events;
        this.stance = new Stance(size.bytes(), workers);
        this.control = new PressureControl(limit.bytes(), stance);
        this.gate = new WorkerGate(workers);
    }

    /// The size for a shard that is opened now.
    BlockSize blockSize() {
        return new BlockSize(stance.blockBytes(), size.rows());
    }

    /// Where workers pass before they take a shard.
    WorkerGate gate() {
        return gate;
    }

    /// Looks at the heap, and takes a step if need be. Called by workers between blocks.
    void observe() {
        if (observing.tryLock()) { // else another worker is at it
            try {
                boolean own = collectIfDue();
                OptionalLong used = meter.usedAfterCollection();
                if (used.isPresent()) {
                    read(used.getAsLong(), own);
                }
            } finally {
                observing.unlock();
            }
        }
    }

    /// Collects where the runtime would not yet.
    private boolean collectIfDue() {
        if (!limit.isBelowHeap()) {
            return false;
        }
        long used = meter.used();
        boolean due = control.isTooMuch(used) && used - usedAfterOwnCollection > limit.bytes() / GARBAGE_SHARE;
        if (due) {
            meter.collect();
        }
        return due;
    }

    private void read(long used, boolean own) {
        if (own) {
            usedAfterOwnCollection = used;
        } else if (limit.isBelowHeap() && control.isTooMuch(used)) {
            return; // the runtime's own collections leave what is old, used or not, as long as the heap has room
        }
        Step step = control.collected(used);
        if (step != Step.NONE) {
            stance = control.stance();
            gate.allow(stance.workers());
            events.accept(
                    new RunEvent.MemoryPressure(
                            clock.instant(),
                            used,
                            limit.bytes(),
                            stance.blockBytes(),
                            stance.workers(),
                            step == Step.TIGHTER));
        }
    }
}
