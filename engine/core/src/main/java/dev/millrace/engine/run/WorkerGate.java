package dev.millrace.engine.run;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Lets only so many workers work at once. A worker passes before it takes a shard, when it holds nothing; the others
/// wait. Safe for any thread.
final class WorkerGate {

    private static final long LONGEST_WAIT_NANOS = 50_000_000; // within which a waiting worker sees a cancel

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private int allowed;
    private int working;

    /// @param allowed how many may work at once, at least 1
    WorkerGate(int allowed) {
        this.allowed = Math.max(1, allowed);
    }

    /// Lets so many work at once from now on, at least one; those at work finish their shards.
    void allow(int workers) {
        lock.lock();
        try {
            allowed = Math.max(1, workers);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until a worker may take a shard. [#leave] must follow, unless this throws.
    ///
    /// @param checkpoint called now and then while waiting; throws if the run was cancelled
    void enter(Runnable checkpoint) {
        boolean interrupted = Thread.interrupted(); // runs are stopped by cancelling them
        try {
            while (!isIn()) {
                checkpoint.run();
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean isIn() {
        lock.lock();
        try {
            long left = LONGEST_WAIT_NANOS;
            while (working >= allowed && left > 0) {
                left = changed.awaitNanos(left);
            }
            boolean free = working < allowed;
            working += free ? 1 : 0;
            return free;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// A worker is done with its shard.
    void leave() {
        lock.lock();
        try {
            working--;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
