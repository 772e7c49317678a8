package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.run.RunEvent.ShardId;
import dev.millrace.engine.span.BlockSpan;
import dev.millrace.engine.span.ShardSpan;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What one worker does with one shard in one scan: reads it block by block, tries again after transient faults, and
/// tells events.
final class ShardWork {

    private final RunParts run;
    private final Set<Integer> columns;
    private final int number;
    private final Shard shard;
    private final ShardId id;
    private final int worker;
    private long rows; // of this attempt
    private long bytes;

    /// What came of it.
    ///
    /// @param inTurn what remains to be done when it is the shard's turn in shard order
    record Done(ShardScan scan, Runnable inTurn) {}

    /// Prepares to scan a shard.
    ///
    /// @param columns positions of the columns that are looked at
    /// @param number of the scan, from 1
    /// @param worker its number, from 0
    ShardWork(RunParts run, Set<Integer> columns, int number, Shard shard, ShardId id, int worker) {
        this.run = run;
        this.columns = columns;
        this.number = number;
        this.shard = shard;
        this.id = id;
        this.worker = worker;
    }

    /// Works on the shard until it is done or fails for good.
    ///
    /// @param tasks begins what is done with it, for each attempt anew
    Done toItsEnd(Function<Shard, ShardTask> tasks) {
        run.control().checkpoint();
        run.events().emit(new RunEvent.ShardStarted(run.clock().instant(), number, id, worker));
        try {
            for (int attempt = 1; true; attempt++) {
                try (ShardTask task = tasks.apply(shard)) {
                    return attempt(task);
                } catch (TryAgain failed) {
                    if (attempt > run.plan().recipe().run().retries()) {
                        throw failed.fault;
                    }
                    waitAfter(attempt, failed.fault);
                }
            }
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (RuntimeException failure) {
            fail(failure);
            throw failure;
        } finally {
            run.counters().idle(worker);
        }
    }

    private void fail(RuntimeException failure) {
        List<Problem> problems = failure instanceof EngineException known ? known.problems() : List.of();
        String message = String.valueOf(failure.getMessage());
        run.events()
                .emitFailure(
                        new RunEvent.ShardFailed(run.clock().instant(), number, id, worker, message, problems),
                        failure);
    }

    private Done attempt(ShardTask task) throws TryAgain {
        try {
            ShardScan scan = scan(task);
            Runnable inTurn = task.finish(scan);
            Rejections rejected = task.rejected();
            if (rejected.rows() > 0) {
                run.events()
                        .emit(
                                new RunEvent.RowsRejected(
                                        run.clock().instant(), number, id, worker, rejected.rows(), rejected.first()));
            }
            run.events()
                    .emit(
                            new RunEvent.ShardFinished(
                                    run.clock().instant(),
                                    number,
                                    id,
                                    worker,
                                    scan.rows(),
                                    shard.bytes(),
                                    scan.millis()));
            return new Done(scan, inTurn);
        } catch (StorageException fault) {
            if (task.canBeTriedAgain() && TransientFaults.isTransient(fault)) {
                throw new TryAgain(fault);
            }
            throw fault;
        }
    }

    private void waitAfter(int attempt, StorageException fault) {
        Duration wait = run.safety().backOff(attempt);
        run.events()
                .emit(
                        new RunEvent.ShardRetried(
                                run.clock().instant(),
                                number,
                                id,
                                worker,
                                attempt,
                                wait.toMillis(),
                                String.valueOf(fault.getMessage())));
        run.counters().skip(-rows, -bytes);
        run.control().pauseFor(wait);
    }

    private ShardScan scan(ShardTask task) {
        ShardSpan span = new ShardSpan(id.path(), shard.bytes());
        long start = System.nanoTime();
        rows = 0;
        bytes = 0;
        try (BlockReader reader = run.source().open(shard, columns)) {
            advance(0, reader);
            for (Block block = next(reader); block != null; block = next(reader)) {
                BlockSpan blockSpan = new BlockSpan();
                RejectedRows.requireNone(run.plan().recipe().run().onBadRow(), block);
                task.accept(block);
                long newRows = (long) block.rows() + block.badRows().size();
                blockSpan.end(newRows, reader.bytesRead() - bytes);
                run.resources().betweenBlocks(newRows, advance(newRows, reader), run.control());
            }
            advance(0, reader);
            span.end(rows);
            return new ShardScan(shard, worker, rows, reader.contentHash(), millisSince(start));
        } catch (IOException failure) {
            throw StorageException.reading(shard.file(), failure);
        }
    }

    private @Nullable Block next(BlockReader reader) throws IOException {
        long begun = System.nanoTime();
        Block block = reader.next();
        run.counters().stages().read(System.nanoTime() - begun);
        return block;
    }

    /// Counts what was read.
    ///
    /// @return how many bytes that was
    private long advance(long newRows, BlockReader reader) {
        long newBytes = reader.bytesRead() - bytes;
        run.counters().advance(worker, id, shard.bytes(), newRows, newBytes, reader.bytesRead());
        rows += newRows;
        bytes += newBytes;
        return newBytes;
    }

    private static long millisSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }

    /// A fault that may be gone at the next attempt.
    private static final class TryAgain extends Exception {

        private static final long serialVersionUID = 1L;

        private final StorageException fault;

        TryAgain(StorageException fault) {
            super(fault);
            this.fault = fault;
        }
    }
}
