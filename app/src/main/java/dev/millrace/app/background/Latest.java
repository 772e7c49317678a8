package dev.millrace.app.background;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Work of which only the newest counts: an older task is skipped if it has not begun, and its outcome is dropped if it
/// has.
public final class Latest {

    private final Runner runner;
    private final AtomicLong newest = new AtomicLong();

    /// Runs work in the background.
    @FunctionalInterface
    interface Runner {

        <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed);
    }

    Latest(Runner runner) {
        this.runner = runner;
    }

    /// Calls one of the two consumers on the screen's thread, or none when something newer was submitted meanwhile.
    public <T> void submit(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        long number = newest.incrementAndGet();
        runner.run(
                () -> {
                    if (number != newest.get()) {
                        throw new CancellationException("a newer task is there");
                    }
                    return work.call();
                },
                ifNewest(number, done),
                ifNewest(number, failed));
    }

    /// Drops what was submitted before.
    public void forget() {
        newest.incrementAndGet();
    }

    private <T> Consumer<T> ifNewest(long number, Consumer<T> consumer) {
        return outcome -> {
            if (number == newest.get()) {
                consumer.accept(outcome);
            }
        };
    }
}
