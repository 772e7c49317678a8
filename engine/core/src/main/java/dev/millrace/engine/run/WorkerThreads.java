package dev.millrace.engine.run;

import dev.millrace.engine.dataset.Shard;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// One thread per worker; each takes the next shard when it is done with one. Results wait until those before them are
/// there, and are handed over in order.
final class WorkerThreads implements ShardExecutor {

    private final int workers;
    private final WorkerGate gate;
    private final Runnable checkpoint;

    WorkerThreads(int workers) {
        this(workers, new WorkerGate(workers), () -> {});
    }

    /// @param gate where a worker passes before it takes a shard
    /// @param checkpoint called while it waits there; throws if the run was cancelled
    WorkerThreads(int workers, WorkerGate gate, Runnable checkpoint) {
        this.workers = workers;
        this.gate = gate;
        this.checkpoint = checkpoint;
    }

    @Override
    public int workers() {
        return workers;
    }

    @Override
    public <R> void forEach(List<Shard> shards, Work<R> work, Consumer<R> inOrder) {
        Round<R> round = new Round<>(shards, work, inOrder);
        if (workers == 1) {
            round.work(0);
        } else {
            List<Thread> threads = new ArrayList<>();
            for (int worker = 0; worker < Math.min(workers, shards.size()); worker++) {
                int number = worker;
                threads.add(Thread.ofPlatform().name("millrace-worker-" + worker).start(() -> round.work(number)));
            }
            threads.forEach(WorkerThreads::join);
        }
        round.throwFailure();
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException _) {
                interrupted = true; // workers stop by the run's cancel flag, not by this thread's interrupt
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Round<R> {

        private final List<Shard> shards;
        private final Work<R> work;
        private final Consumer<R> inOrder;
        private final AtomicInteger next = new AtomicInteger();
        private final TreeMap<Integer, R> waiting = new TreeMap<>();
        private int handedOver;
        private int failedAt = Integer.MAX_VALUE;
        private @Nullable Throwable failure;

        Round(List<Shard> shards, Work<R> work, Consumer<R> inOrder) {
            this.shards = shards;
            this.work = work;
            this.inOrder = inOrder;
        }

        void work(int worker) {
            boolean more = true;
            while (more) {
                try {
                    gate.enter(checkpoint);
                } catch (RuntimeException cancelled) {
                    fail(next.get(), cancelled);
                    return;
                }
                try {
                    more = workOnNext(worker);
                } finally {
                    gate.leave();
                }
            }
        }

        private boolean workOnNext(int worker) {
            int index = next.getAndIncrement();
            if (index >= shards.size()) {
                return false;
            }
            try {
                handOver(index, work.apply(shards.get(index), worker));
            } catch (RuntimeException | Error thrown) {
                fail(index, thrown);
            }
            return true;
        }

        private synchronized void handOver(int index, R result) {
            waiting.put(index, result);
            while (!waiting.isEmpty() && waiting.firstKey() == handedOver) {
                handedOver++;
                inOrder.accept(waiting.pollFirstEntry().getValue());
            }
        }

        private synchronized void fail(int index, Throwable thrown) {
            next.set(shards.size());
            if (index < failedAt) {
                failedAt = index;
                failure = thrown;
            }
        }

        synchronized void throwFailure() {
            switch (failure) {
                case null -> {}
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                default -> throw new IllegalStateException(failure);
            }
        }
    }
}
