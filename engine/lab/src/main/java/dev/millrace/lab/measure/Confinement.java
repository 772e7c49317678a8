package dev.millrace.lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Limits that the system holds, beside those of the JVM: processors by affinity (`taskset`), and memory and processor
/// time by a control group (`systemd-run --scope`), each where this system has it. Both programs become the command
/// that they are given, so that the process is the JVM itself.
public final class Confinement {

    private static final int ROOM_BEYOND_HEAP_MB = 512; // code, stacks, buffers outside the heap
    private static final int PATIENCE_SECONDS = 5;

    /// As the person's own manager allows it; as the system's does, for who administers it.
    private static final List<List<String>> SCOPES =
            List.of(
                    List.of("systemd-run", "--user", "--scope", "--quiet"),
                    List.of("systemd-run", "--scope", "--quiet"));

    /// Prints what the kernel holds of the limits of the group that it is run in: a scope may be made without them, if
    /// the controllers are not handed on to it.
    private static final String TELL_LIMITS =
            "group=/sys/fs/cgroup$(sed -n s/^0:://p /proc/self/cgroup); cat $group/memory.max $group/cpu.max";

    private static final String TRIED_LIMITS = "1073741824 100000 100000";

    private final boolean affinity;
    private final List<String> scope; // empty if no control group holds limits here

    /// Finds out what this system has, by trying.
    public Confinement() {
        this(Confinement::printed);
    }

    /// @param system runs a command and answers what it printed; nothing if it failed
    Confinement(Function<List<String>, Optional<String>> system) {
        String first = String.valueOf(allowedProcessors().getFirst());
        affinity = system.apply(List.of("taskset", "--cpu-list", first, "true")).isPresent();
        scope = SCOPES.stream().filter(each -> holds(each, system)).findFirst().orElse(List.of());
    }

    private static boolean holds(List<String> scope, Function<List<String>, Optional<String>> system) {
        List<String> command = new ArrayList<>(scope);
        command.addAll(List.of("--property=MemoryMax=1G", "--property=CPUQuota=100%", "sh", "-c", TELL_LIMITS));
        return system.apply(command)
                .map(printed -> printed.strip().replaceAll("\\s+", " ").equals(TRIED_LIMITS))
                .orElse(false);
    }

    /// How limits are held, in words.
    public String method() {
        return "heap by -Xmx, processors by -XX:ActiveProcessorCount"
                + (affinity ? " and by affinity (taskset)" : "")
                + (scope.isEmpty()
                        ? "; no control group, which this system does not offer"
                        : ", memory and processor time also by a control group (systemd-run)");
    }

    /// What to put before the command of a side.
    List<String> prefix(Side side) {
        List<String> prefix = new ArrayList<>();
        if (!scope.isEmpty() && (side.memoryMb() > 0 || side.processors() > 0)) {
            prefix.addAll(scope);
            if (side.memoryMb() > 0) {
                prefix.add("--property=MemoryMax=" + (side.memoryMb() + ROOM_BEYOND_HEAP_MB) + "M");
            }
            if (side.processors() > 0) {
                prefix.add("--property=CPUQuota=" + side.processors() * 100 + "%");
            }
        }
        List<Integer> allowed = allowedProcessors();
        if (affinity && side.processors() > 0 && side.processors() < allowed.size()) {
            prefix.addAll(List.of("taskset", "--cpu-list"));
            prefix.add(String.join(",", allowed.subList(0, side.processors()).stream().map(String::valueOf).toList()));
        }
        return prefix;
    }

    /// The numbers of the processors that this process may run on; 0 to n − 1 where the system does not tell.
    static List<Integer> allowedProcessors() {
        String ranges =
                ProcessFigures.field("status", "Cpus_allowed_list")
                        .orElse("0-" + (Runtime.getRuntime().availableProcessors() - 1));
        List<Integer> numbers = new ArrayList<>();
        for (String range : List.of(ranges.split(",", -1))) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1));
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private static Optional<String> printed(List<String> command) {
        try {
            Path output = Files.createTempFile("millrace-probe", ".txt");
            try {
                Process process =
                        new ProcessBuilder(command)
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .redirectOutput(output.toFile())
                                .start();
                boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                process.destroyForcibly();
                return ended && process.exitValue() == 0 ? Optional.of(Files.readString(output)) : Optional.empty();
            } finally {
                Files.delete(output);
            }
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
