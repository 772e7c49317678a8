package dev.millrace.cli;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Turns Ctrl-C and a request to terminate into a cancel, as long as it is open. The process then ends with the code of
/// [#ended], once the command has cleaned up and told how it ended.
final class CancelOnSignal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final Thread hook = Thread.ofPlatform().name("millrace-cancel").unstarted(this::shutDown);
    private @Nullable Runnable cancel;
    private boolean signalled;

    CancelOnSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// The work has begun.
    ///
    /// @param asked asks it to stop and returns at once; is called on a signal, an earlier one too
    synchronized void begun(Runnable asked) {
        cancel = asked;
        if (signalled) {
            asked.run();
        }
    }

    private synchronized void signal() {
        signalled = true;
        if (cancel != null) {
            cancel.run();
        }
    }

    private void shutDown() {
        signal();
        int code = ExitCode.CANCELLED;
        try {
            code = exitCode.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException unended) {
            // Leaving is all that is left to do; the next run removes what this one leaves.
            code = ExitCode.CANCELLED;
        }
        Runtime.getRuntime().halt(code); // the virtual machine's own code would depend on the signal
    }

    /// The work has ended, everything is printed and flushed.
    void ended(int code) {
        exitCode.complete(code);
    }

    @Override
    public void close() {
        exitCode.complete(ExitCode.FAILED);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook is at work and ends the process
        }
    }
}
