package dev.millrace.engine.run;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.OptionalLong;

/// The heap of this process. Not thread-safe.
final class JavaHeap implements HeapMeter {

    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final List<MemoryPoolMXBean> pools =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .toList();
    private long collections = collections();

    @Override
    public long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Override
    public OptionalLong usedAfterCollection() {
        long now = collections();
        if (now == collections) {
            return OptionalLong.empty();
        }
        collections = now;
        return OptionalLong.of(pools.stream().mapToLong(JavaHeap::usedAfterCollection).sum());
    }

    /// Pools for new objects tell what the collection left in them; since then they have only filled with what is new.
    /// The pool of old objects, the only one with a threshold, hardly changes in between.
    private static long usedAfterCollection(MemoryPoolMXBean pool) {
        MemoryUsage left = pool.isUsageThresholdSupported() ? null : pool.getCollectionUsage();
        return (left == null ? pool.getUsage() : left).getUsed();
    }

    private long collections() {
        return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
    }

    @Override
    public void collect() {
        System.gc();
    }
}
