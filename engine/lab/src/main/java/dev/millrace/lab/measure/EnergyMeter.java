package dev.millrace.lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The counters of energy that Intel and AMD processors keep (RAPL), one for each package, where Linux lets them be
/// read. They count what the whole machine takes, idle or not. Elsewhere energy is estimated from processor time.
public final class EnergyMeter {

    /// What a busy core takes, about, when nothing better is known.
    public static final double WATTS_OF_A_BUSY_CORE = 10;

    private static final Path COUNTERS = Path.of("/sys/class/powercap");

    private final List<Path> packages;

    /// Finds the counters of this machine.
    public EnergyMeter() {
        this(COUNTERS);
    }

    EnergyMeter(Path counters) {
        this.packages = packages(counters);
    }

    private static List<Path> packages(Path counters) {
        try (Stream<Path> listed = Files.list(counters)) {
            return listed.filter(zone -> String.valueOf(zone.getFileName()).matches("intel-rapl:\\d+"))
                    .filter(zone -> Files.isReadable(zone.resolve("energy_uj")))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of(); // no Linux, or no such counters
        }
    }

    /// Whether energy is measured.
    public boolean measures() {
        return !packages.isEmpty();
    }

    /// How energy is found out, in words.
    public String method() {
        return measures()
                ? "measured by RAPL: the processor packages of the whole machine while the run lasted"
                : "estimated: processor seconds times %.0f W, as no RAPL counter is readable"
                        .formatted(WATTS_OF_A_BUSY_CORE);
    }

    /// The counters as they are now, in microjoules.
    List<Long> read() {
        List<Long> counts = new ArrayList<>();
        packages.forEach(zone -> counts.add(number(zone.resolve("energy_uj"))));
        return counts;
    }

    /// What was taken since the counters were read.
    ///
    /// @param cpuSeconds of the run, for an estimate
    Energy since(List<Long> before, double cpuSeconds) {
        if (!measures()) {
            return new Energy(cpuSeconds * WATTS_OF_A_BUSY_CORE, true);
        }
        long microjoules = 0;
        List<Long> now = read();
        for (int i = 0; i < now.size(); i++) {
            long taken = now.get(i) - before.get(i);
            microjoules += taken >= 0 ? taken : taken + number(packages.get(i).resolve("max_energy_range_uj"));
        }
        return new Energy(microjoules / 1e6, false);
    }

    private static long number(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException | NumberFormatException unreadable) {
            return 0; // it was readable a moment ago; the figure is optional
        }
    }
}
