package dev.millrace.app.background;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Runs blocking work off the screen's thread and hands its outcome back on it. Called on the screen's thread.
public final class Background {

    private final Executor workers;
    private final Executor screen;
    private final Duration pause;

    /// @param workers runs what blocks
    /// @param screen runs what touches view models
    /// @param pause how long [#latest()] waits for a newer task
    public Background(Executor workers, Executor screen, Duration pause) {
        this.workers = workers;
        this.screen = screen;
        this.pause = pause;
    }

    /// Exactly one of the two consumers is called, on the screen's thread; none once the workers are shut down.
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        runOn(workers, work, done, failed);
    }

    /// Hands values from any thread to a consumer on the screen's thread. While the screen is busy the newest value
    /// replaces those before it.
    public <T> Consumer<T> newest(Consumer<T> consumer) {
        AtomicReference<@Nullable T> waiting = new AtomicReference<>();
        return value -> {
            if (waiting.getAndSet(value) == null) {
                screen.execute(() -> {
                    T taken = waiting.getAndSet(null);
                    if (taken != null) {
                        consumer.accept(taken);
                    }
                });
            }
        };
    }

    /// Hands every value from any thread to a consumer on the screen's thread, in order. For what happens seldom.
    public <T> Consumer<T> each(Consumer<T> consumer) {
        return value -> screen.execute(() -> consumer.accept(value));
    }

    /// For work that is asked for again while a person types; it begins after a pause in typing.
    public Latest latest() {
        return new Latest(this::runAfterPause);
    }

    /// The same for work so short that it need not wait for a pause.
    public Latest latestAtOnce() {
        return new Latest(this::run);
    }

    private <T> void runAfterPause(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Executor delayed =
                pause.isZero()
                        ? workers
                        : CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, workers);
        runOn(delayed, work, done, failed);
    }

    private <T> void runOn(Executor executor, Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        try {
            executor.execute(() -> screen.execute(outcome(work, done, failed)));
        } catch (RejectedExecutionException ending) {
            // the workers are shut down with the window: nobody waits for the outcome any more
        }
    }

    private static <T> Runnable outcome(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        try {
            T result = work.call();
            return () -> done.accept(result);
        } catch (Exception | Error failure) { // told to the person, whatever it is
            return () -> failed.accept(failure);
        }
    }
}
