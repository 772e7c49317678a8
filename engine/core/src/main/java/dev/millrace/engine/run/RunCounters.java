package dev.millrace.engine.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/// The running quantities of a run, written by workers once per block and read by anyone.
final class RunCounters {

    private final RunControl control;
    private final int passes;
    private final long bytesToRead;
    private final long startNanos = System.nanoTime();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final AtomicReferenceArray<RunProgress.WorkerProgress> workers;
    private final StageClock stages = new StageClock();
    private volatile int pass;

    RunCounters(int passes, long bytesToRead, int workers, RunControl control) {
        this.control = control;
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
    void advance(int worker, RunEvent.ShardId shard, long shardBytes, long newRows, long newBytes, long bytesOfShard) {
        rows.add(newRows);
        bytes.add(newBytes);
        workers.set(worker, new RunProgress.WorkerProgress(worker, shard, bytesOfShard, shardBytes));
    }

    /// Counts rows and bytes that need not be read, or takes back those of a failed attempt.
    void skip(long skippedRows, long skippedBytes) {
        rows.add(skippedRows);
        bytes.add(skippedBytes);
    }

    void idle(int worker) {
        workers.set(worker, null);
    }

    /// What the workers spend their time with.
    StageClock stages() {
        return stages;
    }

    /// Time since the start in which the run was not paused.
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos).minus(control.pausedTime());
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
