package dev.millrace.engine.run;

import dev.millrace.engine.problem.CancelledException;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// What a user may ask of a run under way. Workers look at it between blocks. Safe for any thread.
final class RunControl {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean cancelled;
    private volatile boolean paused;
    private long pausedAt;
    private long pausedNanos;

    void cancel() {
        lock.lock();
        try {
            cancelled = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Has workers wait at their next checkpoint.
    ///
    /// @return false if it is paused already
    boolean pause() {
        return change(() -> {
            if (!paused) {
                paused = true;
                pausedAt = System.nanoTime();
                return true;
            }
            return false;
        });
    }

    /// Ends a pause.
    ///
    /// @return false if it was not paused
    boolean goOn() {
        return change(() -> {
            if (paused) {
                paused = false;
                pausedNanos += System.nanoTime() - pausedAt;
                return true;
            }
            return false;
        });
    }

    boolean isPaused() {
        return paused;
    }

    /// How long the run was paused in all.
    Duration pausedTime() {
        lock.lock();
        try {
            return Duration.ofNanos(pausedNanos + (paused ? System.nanoTime() - pausedAt : 0));
        } finally {
            lock.unlock();
        }
    }

    /// Waits while the run is paused.
    ///
    /// @throws CancelledException if the run was cancelled
    void checkpoint() {
        if (paused || cancelled) {
            await(Long.MAX_VALUE, () -> paused);
        }
    }

    /// Waits for some time, and while the run is paused.
    ///
    /// @throws CancelledException if the run was cancelled
    void pauseFor(Duration time) {
        await(time.toNanos(), () -> true);
        checkpoint();
    }

    void throwIfCancelled() {
        if (cancelled) {
            throw new CancelledException();
        }
    }

    private void await(long nanos, BooleanSupplier condition) {
        boolean interrupted = false;
        lock.lock();
        try {
            long left = nanos;
            while (!cancelled && left > 0 && condition.getAsBoolean()) {
                try {
                    left = changed.awaitNanos(left);
                } catch (InterruptedException _) {
                    interrupted = true; // runs are stopped by cancelling them
                }
            }
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        throwIfCancelled();
    }

    private boolean change(BooleanSupplier change) {
        lock.lock();
        try {
            boolean result = change.getAsBoolean();
            changed.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }
}
