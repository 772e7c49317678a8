package dev.millrace.performance.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs a command to its end and looks meanwhile at how much memory and processor it takes.
///
/// Linux keeps the peak of resident memory (`VmHWM`) while a process lives, and it never falls; what is read last is
/// the peak but for the last milliseconds.
final class ChildProcess {

    private static final int LOOK_EVERY_MILLIS = 5;
    private static final String PEAK = "VmHWM:";

    private ChildProcess() {}

    /// Runs a command that must succeed.
    ///
    /// @param log gets what it prints
    /// @throws IOException if it cannot be started, or fails; with what it printed
    static Timed run(List<String> command, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        long peak = 0;
        Duration cpu = Duration.ZERO;
        try {
            while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peak(status));
                cpu = process.info().totalCpuDuration().orElse(cpu);
            }
        } finally {
            process.destroy();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(
                    String.join(" ", command) + " failed (" + process.exitValue() + "):\n" + Files.readString(log));
        }
        return new Timed(seconds, cpu.toMillis() / 1e3, peak);
    }

    private static long peak(Path status) {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException gone) {
            return 0; // it has ended meanwhile, or there is no such file on this system
        }
    }
}
