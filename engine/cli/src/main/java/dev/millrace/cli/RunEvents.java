package dev.millrace.cli;

import dev.millrace.engine.run.Run;
import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.RunListener;
import dev.millrace.engine.run.RunResult;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Hands a run's events from the engine's threads to the one that shows them, so that a slow terminal or pipe never
/// holds up the engine.
final class RunEvents implements RunListener {

    private static final long REFRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final BlockingQueue<RunEvent> queue = new LinkedBlockingQueue<>();

    @Override
    public void on(RunEvent event) {
        queue.add(event);
    }

    /// Shows every event as it comes, and the progress about ten times a second, until the run has ended. An interrupt
    /// of the calling thread cancels the run.
    RunResult follow(Run run, ProgressDisplay display) {
        CompletableFuture<RunResult> result = run.result();
        long refreshed = System.nanoTime();
        boolean ended = false;
        while (!ended) {
            RunEvent event = next(run, refreshed + REFRESH_NANOS - System.nanoTime());
            if (event != null) {
                display.show(event);
            }
            if (System.nanoTime() - refreshed >= REFRESH_NANOS) {
                display.update(run.progress());
                refreshed = System.nanoTime();
            }
            ended = event instanceof RunEvent.RunEnded || (event == null && result.isDone() && queue.isEmpty());
        }
        return run.await();
    }

    private @Nullable RunEvent next(Run run, long nanos) {
        try {
            return queue.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            run.cancel(); // which ends the run soon; its end is still waited for
            return null;
        }
    }
}
