package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.recipe.RunSettings;
import dev.millrace.engine.run.RunEvent.MemoryPressure;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

class MemoryGovernorTest {

    private static final long MIB = 1 << 20;
    private static final MemoryLimit WHOLE_HEAP = new MemoryLimit(100 * MIB, 100 * MIB);
    private static final MemoryLimit BELOW_HEAP = new MemoryLimit(100 * MIB, 4000 * MIB);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final BlockSize SIZE = new BlockSize(256 << 10, 1000);

    private final FakeHeap heap = new FakeHeap();
    private final List<RunEvent> events = new ArrayList<>();

    @Test
    void withoutACollectionNothingIsDecided() {
        MemoryGovernor governor = governor(WHOLE_HEAP);
        heap.hold(99 * MIB);
        governor.observe();
        assertThat(events).isEmpty();
        assertThat(governor.blockSize()).isEqualTo(SIZE);
    }

    @Test
    void pressureShrinksTheBlocksOfShardsThatAreOpenedFromThenOnAndTellsSo() {
        MemoryGovernor governor = governor(WHOLE_HEAP);
        heap.hold(90 * MIB).collectNew(0);
        governor.observe();
        governor.observe();
        assertThat(governor.blockSize()).isEqualTo(new BlockSize(128 << 10, 1000));
        assertThat(events).containsExactly(new MemoryPressure(NOW, 90 * MIB, 100 * MIB, 128 << 10, 2, true));
    }

    @Test
    void pressureThatStaysParksWorkersAndItsEndLetsThemIn() {
        MemoryGovernor governor = governor(WHOLE_HEAP);
        for (int i = 0; i < 20; i++) {
            heap.hold(90 * MIB).collectNew(0);
            governor.observe();
        }
        assertThat(events.getLast()).isEqualTo(new MemoryPressure(NOW, 90 * MIB, 100 * MIB, 64 << 10, 1, true));
        governor.gate().enter(() -> {});
        assertThat(WorkerGateTest.isShut(governor.gate())).isTrue();
        for (int i = 0; i < 60; i++) {
            heap.hold(10 * MIB).collectNew(0);
            governor.observe();
        }
        assertThat(events.getLast()).isEqualTo(new MemoryPressure(NOW, 10 * MIB, 100 * MIB, 256 << 10, 2, false));
        assertThat(WorkerGateTest.isShut(governor.gate())).isFalse();
    }

    @Test
    void garbageBeyondALimitBelowTheHeapIsCollectedAndIsNoPressure() {
        MemoryGovernor governor = governor(BELOW_HEAP);
        heap.hold(20 * MIB);
        for (int i = 0; i < 100; i++) {
            heap.litter(10 * MIB);
            governor.observe();
            assertThat(heap.used()).isLessThanOrEqualTo(BELOW_HEAP.bytes());
        }
        assertThat(heap.askedFor()).isBetween(10, 20);
        assertThat(events).isEmpty();
    }

    @Test
    void whatIsInUseBeyondALimitBelowTheHeapIsPressure() {
        MemoryGovernor governor = governor(BELOW_HEAP);
        heap.hold(95 * MIB);
        governor.observe();
        assertThat(events).hasSize(1);
        governor.observe();
        heap.litter(5 * MIB);
        governor.observe();
        assertThat(heap.askedFor()).as("collecting again would find the same").isEqualTo(1);
    }

    @Test
    void whatTheRuntimesOwnCollectionsLeaveIsNoPressureWhereTheHeapHasRoom() {
        MemoryGovernor governor = governor(BELOW_HEAP);
        heap.hold(20 * MIB).collectNew(60 * MIB);
        governor.observe();
        heap.collectNew(66 * MIB);
        governor.observe();
        assertThat(events).isEmpty();
    }

    @Test
    void theRecipesLimitCountsButNeverMoreThanTheHeap() {
        assertThat(limit(Mode.STREAMING, 0, 512)).isEqualTo(new MemoryLimit(512 * MIB, 512 * MIB));
        assertThat(limit(Mode.STREAMING, 256, 512)).isEqualTo(new MemoryLimit(256 * MIB, 512 * MIB));
        assertThat(limit(Mode.STREAMING, 1024, 512)).isEqualTo(new MemoryLimit(512 * MIB, 512 * MIB));
        assertThat(limit(Mode.BATCH, 256, 512)).as("holds all data").isEqualTo(new MemoryLimit(512 * MIB, 512 * MIB));
    }

    private static MemoryLimit limit(Mode mode, int limitMb, int heapMb) {
        return MemoryLimit.of(RunSettings.defaults().withMode(mode).withMemoryLimitMb(limitMb), heapMb * MIB);
    }

    private MemoryGovernor governor(MemoryLimit limit) {
        return new MemoryGovernor(limit, SIZE, 2, heap, Clock.fixed(NOW, ZoneOffset.UTC), events::add);
    }
}
