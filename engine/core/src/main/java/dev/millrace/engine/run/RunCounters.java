package dev.millrace.engine.run;

import dev.millrace.engine.problem.CancelledException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/// The running quantities of a run, written by workers once per block and read by anyone.
final class RunCounters {

    private final int passes;
    private final long bytesToRead;
    private final long startNanos = System.nanoTime();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final AtomicReferenceArray<RunProgress.WorkerProgress> workers;
    private volatile int pass;
    private volatile boolean cancelled;

    RunCounters(int passes, long bytesToRead, int workers) {
        this.passes = passes;
        this.bytesToRead = bytesToRead;
        this.workers = new AtomicReferenceArray<>(workers);
    }

    void startPass(int number) {
        pass = number;
        rows.reset();
    }

    /// A worker took in a block.
    ///
    /// @param newRows rows of the block
    /// @param newBytes bytes read since the last call
    /// @throws CancelledException if the run was cancelled
    void advance(int worker, RunEvent.ShardId shard, long shardBytes, long newRows, long newBytes, long bytesOfShard) {
        rows.add(newRows);
        bytes.add(newBytes);
        workers.set(worker, new RunProgress.WorkerProgress(worker, shard, bytesOfShard, shardBytes));
        throwIfCancelled();
    }

    void idle(int worker) {
        workers.set(worker, null);
    }

    void cancel() {
        cancelled = true;
    }

    void throwIfCancelled() {
        if (cancelled) {
            throw new CancelledException();
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    RunProgress snapshot() {
        List<RunProgress.WorkerProgress> busy = new ArrayList<>();
        for (int worker = 0; worker < workers.length(); worker++) {
            RunProgress.WorkerProgress progress = workers.get(worker);
            if (progress != null) {
                busy.add(progress);
            }
        }
        return new RunProgress(pass, passes, rows.sum(), bytes.sum(), bytesToRead, elapsed(), busy);
    }
}
