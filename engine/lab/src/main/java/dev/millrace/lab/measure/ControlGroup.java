package dev.millrace.lab.measure;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the control group that a process is in, and those around it, let it have; as the kernel holds it, not as
/// somebody asked for it. Of version 2, which is what systems of today have.
///
/// @param memoryBytes the least `memory.max`; null if there is no limit, or no such group
/// @param processors the least `cpu.max`, as a number of processors; null likewise
record ControlGroup(@Nullable Long memoryBytes, @Nullable Double processors) {

    private static final String UNLIMITED = "max";

    /// The limits of this process.
    static ControlGroup ofThisProcess() {
        return of(Path.of("/proc/self/cgroup"), Path.of("/sys/fs/cgroup"));
    }

    /// @param membership the file that tells the group, as `0::/user.slice/run-1.scope`
    /// @param mount where the groups are, a folder each
    static ControlGroup of(Path membership, Path mount) {
        Optional<String> group =
                lines(membership).filter(line -> line.startsWith("0::/")).map(line -> line.substring(4)).findFirst();
        Long memory = null;
        Double processors = null;
        Path folder = group.map(mount::resolve).map(Path::normalize).orElse(null);
        while (folder != null && folder.startsWith(mount)) {
            memory = least(memory, memory(folder));
            processors = least(processors, processors(folder));
            folder = folder.getParent();
        }
        return new ControlGroup(memory, processors);
    }

    /// `1073741824`, or `max`.
    private static @Nullable Long memory(Path folder) {
        return lines(folder.resolve("memory.max"))
                .filter(line -> !line.equals(UNLIMITED))
                .map(Long::valueOf)
                .findFirst()
                .orElse(null);
    }

    /// `50000 100000`: microseconds of processor time in each period of so many; or `max 100000`.
    private static @Nullable Double processors(Path folder) {
        return lines(folder.resolve("cpu.max"))
                .map(line -> List.of(line.split(" ", -1)))
                .filter(words -> words.size() == 2 && !words.getFirst().equals(UNLIMITED))
                .map(words -> Double.parseDouble(words.getFirst()) / Double.parseDouble(words.getLast()))
                .findFirst()
                .orElse(null);
    }

    private static <T extends Comparable<T>> @Nullable T least(@Nullable T one, @Nullable T other) {
        return one == null || (other != null && other.compareTo(one) < 0) ? other : one;
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException absent) {
            return Stream.empty(); // no such system, or a controller that is not on
        }
    }
}
