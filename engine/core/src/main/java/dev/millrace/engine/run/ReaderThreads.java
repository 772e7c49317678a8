package dev.millrace.engine.run;

import dev.millrace.engine.block.Readers;

import java.util.List;
import java.util.stream.IntStream;

/// Threads of the platform.
///
/// @param count how many there are for one shard, at least 1
public record ReaderThreads(int count) implements Readers {

    @Override
    public Started start(int threads, Runnable work) {
        List<Thread> started =
                IntStream.range(0, threads)
                        .mapToObj(i -> Thread.ofPlatform().name("millrace-worker-reader-" + i).start(work))
                        .toList();
        return () -> end(started);
    }

    private static void end(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                thread.interrupt();
                try {
                    thread.join(100);
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
