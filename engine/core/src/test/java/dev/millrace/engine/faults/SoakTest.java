package dev.millrace.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.faults.SmallRun.Way;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Runs for hours, `-Dmillrace.soak=PT8H`: in all ways and formats, whole, failing and dying, and nothing piles up.
@EnabledIfSystemProperty(named = "millrace.soak", matches = "P.+", disabledReason = "takes as long as it is told to")
class SoakTest {

    private static final int WARM_UP = 5; // rounds until all classes are loaded and all caches are full
    private static final long HEAP_SLACK = 4L << 20;

    @TempDir private Path folder;

    /// What a process holds after a collection.
    private record Holding(long heap, int threads, long files) {

        static Holding now() throws Exception {
            System.gc();
            long files;
            try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
                files = open.count();
            }
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            return new Holding(heap, ManagementFactory.getThreadMXBean().getThreadCount(), files);
        }
    }

    @Test
    void memoryThreadsAndOpenFilesStayConstantOverHours(TestReporter figures) throws Exception {
        long end = System.nanoTime() + Duration.parse(System.getProperty("millrace.soak")).toNanos();
        Random random = new Random(1);
        List<Holding> held = new ArrayList<>();
        while (System.nanoTime() < end || held.size() < 4 * WARM_UP) {
            round(random);
            held.add(Holding.now());
            if (Integer.bitCount(held.size()) == 1) {
                figures.publishEntry("after " + held.size() + " rounds", held.getLast().toString());
            }
        }
        List<Holding> steady = held.subList(WARM_UP, held.size());
        List<Holding> early = steady.subList(0, steady.size() / 4);
        List<Holding> late = steady.subList(steady.size() * 3 / 4, steady.size());
        figures.publishEntry("rounds", held.size() + ", heap early " + heap(early) + ", late " + heap(late));
        assertThat(heap(late)).as("median of the heap").isLessThan(heap(early) + HEAP_SLACK);
        assertThat(late.getLast().threads()).isLessThanOrEqualTo(early.getFirst().threads() + 1);
        assertThat(late.getLast().files()).isLessThanOrEqualTo(early.getFirst().files() + 1);
    }

    private void round(Random random) throws Exception {
        for (Way way : Way.values()) {
            for (String format : List.of("csv", "jsonl", "parquet")) {
                Path place = Files.createDirectory(folder.resolve("place"));
                SmallRun csv = SmallRun.of(place, way);
                SmallRun run = format.equals("csv") ? csv : csv.converted(format);
                int operations = run.run(new Trouble.None()).disk().operations().size();
                int at = 1 + random.nextInt(operations);
                run.clear();
                run.run(new Trouble.Failing(at, Fault.IO_ERROR, random.nextBoolean()));
                run.clear();
                run.run(new Trouble.Dying(at));
                SmallRun.remove(place);
            }
        }
    }

    private static long heap(List<Holding> some) {
        return some.stream().mapToLong(Holding::heap).sorted().skip(some.size() / 2).findFirst().orElseThrow();
    }
}
