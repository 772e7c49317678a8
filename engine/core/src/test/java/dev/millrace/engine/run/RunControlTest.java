package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.problem.CancelledException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.lang.Thread.State;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Workers at their checkpoints.
@Timeout(60)
final class RunControlTest {

    private final RunControl control = new RunControl();

    @Test
    void aPausedWorkerWaitsUntilTheRunGoesOn() throws InterruptedException {
        assertThat(control.pause()).isTrue();
        Thread worker = Thread.ofPlatform().start(control::checkpoint);
        awaitWaiting(worker);
        assertThat(control.goOn()).isTrue();
        worker.join();
    }

    @Test
    void aCancelEndsAPause() throws InterruptedException {
        control.pause();
        assertCancelEnds(control::checkpoint);
    }

    @Test
    void aCancelEndsTheWaitOfARunThatIsTooFast() throws InterruptedException {
        assertCancelEnds(() -> control.pauseFor(Duration.ofDays(1)));
    }

    private void assertCancelEnds(Runnable wait) throws InterruptedException {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Thread worker =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                wait.run();
                                ended.complete(null);
                            } catch (CancelledException cancelled) {
                                ended.completeExceptionally(cancelled);
                            }
                        });
        awaitWaiting(worker);
        control.cancel();
        worker.join();
        assertThat(ended).failsWithin(Duration.ZERO).withThrowableThat().withCauseInstanceOf(CancelledException.class);
    }

    private static void awaitWaiting(Thread worker) {
        while (worker.getState() != State.TIMED_WAITING) {
            assertThat(worker.getState()).as("it holds").isNotEqualTo(State.TERMINATED);
            Thread.onSpinWait();
        }
    }
}
