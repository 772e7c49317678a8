package dev.millrace.engine.run;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The most memory that this process has used.
final class PeakMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";

    private PeakMemory() {}

    static Manifest.Memory now() {
        long heap =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum();
        // The pools peak at different moments, so their sum is too much; the limit is never passed.
        return new Manifest.Memory(Math.min(heap, Runtime.getRuntime().maxMemory()), residentSet());
    }

    /// Starts measuring the heap anew.
    static void resetHeap() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /// As Linux tells it; other systems do not in a file.
    private static @Nullable Long residentSet() {
        if (!Files.isReadable(STATUS)) {
            return null;
        }
        try {
            List<String> lines = Files.readAllLines(STATUS, StandardCharsets.US_ASCII);
            return lines.stream()
                    .filter(line -> line.startsWith(PEAK))
                    .map(line -> line.replaceAll("\\D", ""))
                    .map(kibibytes -> Long.parseLong(kibibytes) * 1024)
                    .findFirst()
                    .orElse(null);
        } catch (IOException unreadable) {
            return null; // the figure is optional
        }
    }
}
