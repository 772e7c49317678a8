package dev.millrace.lab.measure;

import com.sun.management.OperatingSystemMXBean;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What this process has taken so far.
///
/// @param diskReadBytes null where the system does not tell
/// @param diskWrittenBytes null where the system does not tell
record ProcessFigures(
        double cpuSeconds,
        long collections,
        double collectionSeconds,
        @Nullable Long diskReadBytes,
        @Nullable Long diskWrittenBytes) {

    private static final Path SELF = Path.of("/proc/self");

    static ProcessFigures now() {
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        double cpu =
                ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                        ? system.getProcessCpuTime() / 1e9
                        : 0;
        return new ProcessFigures(
                cpu,
                collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum(),
                collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum() / 1e3,
                field("io", "read_bytes").map(Long::valueOf).orElse(null),
                field("io", "write_bytes").map(Long::valueOf).orElse(null));
    }

    static ChildReport.Limits limits() {
        ControlGroup group = ControlGroup.ofThisProcess();
        return new ChildReport.Limits(
                Runtime.getRuntime().maxMemory(),
                Runtime.getRuntime().availableProcessors(),
                field("status", "Cpus_allowed_list").orElse(""),
                group.memoryBytes(),
                group.processors(),
                ManagementFactory.getGarbageCollectorMXBeans().stream().map(GarbageCollectorMXBean::getName).toList());
    }

    /// A field that Linux tells of this process; other systems do not in a file.
    static Optional<String> field(String file, String name) {
        try {
            return Files.readAllLines(SELF.resolve(file), StandardCharsets.US_ASCII).stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
