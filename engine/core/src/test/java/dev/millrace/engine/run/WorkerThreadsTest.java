package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class WorkerThreadsTest {

    private static final FileType CSV = FileType.ofFileName("part-1.csv").orElseThrow();

    @Seeds(count = 30)
    void resultsAreHandedOverInOrderAndNeverTwoAtOnce(long seed) {
        Random random = new Random(seed);
        int workers = 1 + random.nextInt(8);
        List<Shard> shards = shards(random.nextInt(40));
        List<Integer> handedOver = new ArrayList<>(); // not synchronised: never two at once is promised
        AtomicInteger inside = new AtomicInteger();
        new WorkerThreads(workers)
                .forEach(
                        shards,
                        (shard, _) -> {
                            spin(random.nextInt(20_000));
                            return shard.number();
                        },
                        number -> {
                            assertThat(inside.incrementAndGet()).isEqualTo(1);
                            handedOver.add(number);
                            inside.decrementAndGet();
                        });
        assertThat(handedOver).isEqualTo(shards.stream().map(Shard::number).toList());
    }

    @Seeds(count = 20)
    void allShardsAreDoneInOrderHoweverTheGateMoves(long seed) {
        Random random = new Random(seed);
        int workers = 1 + random.nextInt(4);
        List<Shard> shards = shards(50);
        List<Integer> handedOver = new ArrayList<>();
        WorkerGate gate = new WorkerGate(workers);
        new WorkerThreads(workers, gate, () -> {})
                .forEach(
                        shards,
                        (shard, _) -> {
                            gate.allow(shard.number() % 3); // 0 lets one work nevertheless
                            return shard.number();
                        },
                        handedOver::add);
        assertThat(handedOver).isEqualTo(shards.stream().map(Shard::number).toList());
    }

    @Test
    void workersThatWaitAtTheGateSeeACancel() {
        WorkerGate gate = new WorkerGate(1);
        gate.enter(() -> {});
        assertThat(
                        catchThrowable(() ->
                                new WorkerThreads(3, gate, WorkerThreadsTest::cancelled)
                                        .forEach(shards(5), (shard, _) -> shard, _ -> {})))
                .isInstanceOf(CancelledException.class);
    }

    private static void cancelled() {
        throw new CancelledException();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6})
    void asManyShardsAsWorkersAreWorkedOnAtOnce(int workers) {
        CyclicBarrier barrier = new CyclicBarrier(workers);
        Set<Integer> numbers = ConcurrentHashMap.newKeySet();
        new WorkerThreads(workers)
                .forEach(
                        shards(workers),
                        (shard, worker) -> {
                            numbers.add(worker);
                            try {
                                return barrier.await(20, TimeUnit.SECONDS); // breaks unless all come together
                            } catch (Exception broken) {
                                throw new IllegalStateException(broken);
                            }
                        },
                        _ -> {});
        assertThat(numbers).hasSize(workers).allMatch(number -> number >= 0 && number < workers);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void afterAFailureNoFurtherShardIsBegunAndNoLaterResultHandedOver(int workers) {
        Set<Integer> begun = ConcurrentHashMap.newKeySet();
        List<Integer> handedOver = Collections.synchronizedList(new ArrayList<>());
        Throwable failure =
                catchThrowable(() ->
                        new WorkerThreads(workers)
                                .forEach(
                                        shards(1000),
                                        (shard, _) -> {
                                            begun.add(shard.number());
                                            if (shard.number() == 5) {
                                                throw new IllegalStateException("shard 5");
                                            }
                                            return shard.number();
                                        },
                                        handedOver::add));
        assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessage("shard 5");
        assertThat(begun).hasSizeLessThan(1000);
        assertThat(handedOver)
                .isEqualTo(IntStream.range(0, handedOver.size()).boxed().toList())
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void ofSeveralFailuresTheEarliestShardsIsThrown() {
        CyclicBarrier together = new CyclicBarrier(4);
        Throwable failure =
                catchThrowable(() ->
                        new WorkerThreads(4)
                                .forEach(
                                        shards(4),
                                        (shard, _) -> {
                                            try {
                                                together.await(20, TimeUnit.SECONDS);
                                            } catch (Exception broken) {
                                                throw new AssertionError(broken);
                                            }
                                            throw new IllegalStateException("shard " + shard.number());
                                        },
                                        _ -> {}));
        assertThat(failure).hasMessage("shard 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aFailureWhileHandingOverEndsTheWorkToo(int workers) {
        Throwable failure =
                catchThrowable(() ->
                        new WorkerThreads(workers)
                                .forEach(
                                        shards(20),
                                        (shard, _) -> shard.number(),
                                        number -> {
                                            if (number == 3) {
                                                throw new IllegalStateException("handing over 3");
                                            }
                                        }));
        assertThat(failure).hasMessage("handing over 3");
    }

    @Test
    void anErrorIsThrownAsItIs() {
        Throwable failure =
                catchThrowable(() ->
                        new WorkerThreads(2)
                                .forEach(
                                        shards(3),
                                        (_, _) -> {
                                            throw new StackOverflowError("deep");
                                        },
                                        _ -> {}));
        assertThat(failure).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void noShardIsNoWork() {
        new WorkerThreads(3).forEach(shards(0), (_, _) -> catchThrowable(() -> {}), _ -> {});
    }

    private static void spin(int rounds) {
        for (int i = 0; i < rounds; i++) {
            Thread.onSpinWait();
        }
    }

    private static List<Shard> shards(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Shard(Split.TRAIN, i, Path.of("part-" + i + ".csv"), CSV, 0))
                .toList();
    }
}
