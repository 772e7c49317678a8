package dev.millrace.app;

import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.Callable;
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

    /// Waits until the screen's thread has done what it was asked.
    static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Does something on the screen's thread.
    static void now(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(MOST_SECONDS), work);
    }
}
