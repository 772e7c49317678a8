package dev.millrace.app;

import javafx.animation.AnimationTimer;

import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Waits for what happens in the background.
final class Waiting {

    private static final long MOST_SECONDS = 30;

    private Waiting() {}

    /// Waits until something holds, asked on the screen's thread.
    static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(MOST_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        settle();
    }

    /// Waits for frames, in which what is under way may arrive.
    static void frames(int count) throws Exception {
        CompletableFuture<Void> over = new CompletableFuture<>();
        now(() ->
                new AnimationTimer() {
                    private int left = count;

                    @Override
                    public void handle(long nanos) {
                        left--;
                        if (left == 0) {
                            stop();
                            over.complete(null);
                        }
                    }
                }.start());
        over.get(MOST_SECONDS, TimeUnit.SECONDS);
    }

    /// Waits until the screen's thread has done what it was asked.
    static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Does something on the screen's thread.
    static void now(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(MOST_SECONDS), work);
    }
}
