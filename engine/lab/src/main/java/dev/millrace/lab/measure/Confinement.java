package dev.millrace.lab.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Limits that the system holds, beside those of the JVM: processors by affinity (`taskset`), and memory and processor
/// time by a control group (`systemd-run --scope`), each where this system has it. Both programs become the command
/// that they are given, so that the process is the JVM itself.
public final class Confinement {

    private static final int ROOM_BEYOND_HEAP_MB = 512; // code, stacks, buffers outside the heap
    private static final int PATIENCE_SECONDS = 5;
    private static final List<String> SCOPE = List.of("systemd-run", "--user", "--scope", "--quiet");

    private final boolean affinity;
    private final boolean controlGroup;

    /// Finds out what this system has, by trying.
    public Confinement() {
        affinity = works(List.of("taskset", "--cpu-list", String.valueOf(allowedProcessors().getFirst()), "true"));
        List<String> scope = new ArrayList<>(SCOPE);
        scope.addAll(List.of("--property=MemoryMax=1G", "--property=CPUQuota=100%", "true"));
        controlGroup = works(scope);
    }

    /// How limits are held, in words.
    public String method() {
        return "heap by -Xmx, processors by -XX:ActiveProcessorCount"
                + (affinity ? " and by affinity (taskset)" : "")
                + (controlGroup ? ", memory and processor time also by a control group (systemd-run)" : "")
                + (controlGroup ? "" : "; no control group, which this system does not offer");
    }

    /// What to put before the command of a side.
    List<String> prefix(Side side) {
        List<String> prefix = new ArrayList<>();
        if (controlGroup && (side.memoryMb() > 0 || side.processors() > 0)) {
            prefix.addAll(SCOPE);
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

    private static boolean works(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
