package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

class WorkerGateTest {

    private static final int WORKERS = 4;

    @Seeds(count = 20)
    void howeverTheGateMovesNoMoreThanAllowedWorkAndAllShardsGetDone(long seed) throws InterruptedException {
        Random random = new Random(seed);
        WorkerGate gate = new WorkerGate(WORKERS);
        gate.allow(1 + random.nextInt(2));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger left = new AtomicInteger(200);
        List<Thread> threads = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                while (left.get() > 0) {
                                    gate.enter(() -> {});
                                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                    left.decrementAndGet();
                                    inside.decrementAndGet();
                                    gate.leave();
                                }
                            }));
        }
        while (left.get() > 100) {
            gate.allow(random.nextInt(3)); // 0 lets one work nevertheless
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void aWaitingWorkerSeesACancel() {
        WorkerGate gate = new WorkerGate(1);
        gate.enter(() -> {});
        assertThatThrownBy(() -> gate.enter(WorkerGateTest::cancelled)).isInstanceOf(CancelledException.class);
        gate.leave();
        assertThat(isShut(gate)).isFalse();
    }

    @Test
    void anInterruptIsKeptForLater() {
        WorkerGate gate = new WorkerGate(1);
        Thread.currentThread().interrupt();
        gate.enter(() -> {});
        assertThat(Thread.interrupted()).isTrue();
    }

    /// Whether a worker would have to wait now.
    static boolean isShut(WorkerGate gate) {
        try {
            gate.enter(WorkerGateTest::cancelled);
            gate.leave();
            return false;
        } catch (CancelledException _) {
            return true;
        }
    }

    private static void cancelled() {
        throw new CancelledException();
    }
}
