package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// Lets no story keep the screen's thread busy for more than 200 ms at a time. Asks that thread again and again for an
/// answer, and counts the processor time that it took for other things before it answered: as long would a click have
/// waited. As it is the processor time of that thread only, neither a busy machine nor a pause of the JVM can fail a
/// story. What goes with the loading of classes, which happens once, is taken off.
final class ScreenWatch implements BeforeEachCallback, AfterEachCallback {

    private static final Duration LONGEST = Duration.ofMillis(200);
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(ScreenWatch.class);

    @Override
    public void beforeEach(ExtensionContext story) {
        Watcher watcher = new Watcher();
        story.getStore(HERE).put(Watcher.class, watcher);
        watcher.start();
    }

    @Override
    public void afterEach(ExtensionContext story) throws Exception {
        Busy longest = story.getStore(HERE).get(Watcher.class, Watcher.class).end();
        assertThat(longest.time())
                .as(() -> "time for which the screen's thread was busy with\n  " + longest.work())
                .isLessThan(LONGEST);
    }

    /// @param work what the thread was found to do, the innermost call first; empty if nobody looked
    private record Busy(Duration time, String work) {}

    private static final class Watcher extends Thread {

        private static final long PACE_NANOS = 4_000_000;
        private static final long SUSPICIOUS_MILLIS = 60;
        private static final long NANOS_PER_CLASS = 400_000;
        private static final int CALLS_SHOWN = 40;

        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final ClassLoadingMXBean loading = ManagementFactory.getClassLoadingMXBean();
        private volatile boolean ending;
        private volatile Busy longest = new Busy(Duration.ZERO, "");

        Watcher() {
            super("screen-watch");
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                CompletableFuture<Thread> found = new CompletableFuture<>();
                Platform.runLater(() -> found.complete(Thread.currentThread()));
                Thread screen = found.get();
                while (!ending) {
                    ask(screen);
                    LockSupport.parkNanos(PACE_NANOS);
                }
            } catch (InterruptedException | ExecutionException over) {
                Thread.currentThread().interrupt();
            }
        }

        private void ask(Thread screen) throws InterruptedException, ExecutionException {
            long classes = loading.getTotalLoadedClassCount();
            long before = threads.getThreadCpuTime(screen.threadId());
            CompletableFuture<Long> answer = new CompletableFuture<>();
            Platform.runLater(() -> answer.complete(threads.getCurrentThreadCpuTime() - before));
            StackTraceElement[] doing = {};
            while (!isThere(answer)) {
                doing = screen.getStackTrace();
            }
            long once = (loading.getTotalLoadedClassCount() - classes) * NANOS_PER_CLASS;
            Duration time = Duration.ofNanos(answer.get() - once);
            if (time.compareTo(longest.time()) > 0) {
                longest =
                        new Busy(
                                time,
                                Arrays.stream(doing)
                                        .limit(CALLS_SHOWN)
                                        .map(String::valueOf)
                                        .collect(Collectors.joining("\n  ")));
            }
        }

        private static boolean isThere(CompletableFuture<Long> answer) throws InterruptedException, ExecutionException {
            try {
                answer.get(SUSPICIOUS_MILLIS, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException stillBusy) {
                return false;
            }
        }

        Busy end() throws InterruptedException {
            ending = true;
            join();
            return longest;
        }
    }
}
