package dev.millrace.lab.measure;

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
public final class ChildProcess {

    private static final int LOOK_EVERY_MILLIS = 5;
    private static final String PEAK = "VmHWM:";

    private ChildProcess() {}

    /// How a command went.
    ///
    /// @param seconds from before its process is started until it has ended
    /// @param cpuSeconds user and system time of the process, as last seen; 0 where the system does not tell
    /// @param peakBytes most memory that was resident; 0 where the system does not tell
    public record Watched(double seconds, double cpuSeconds, long peakBytes, int exitCode) {}

    /// Runs a command, whether it succeeds or not. An interrupt of the thread ends it.
    ///
    /// @param log gets what it prints
    /// @throws IOException if it cannot be started
    public static Watched run(List<String> command, Map<String, String> environment, Path log)
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
            process.destroyForcibly();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Watched(seconds, cpu.toMillis() / 1e3, peak, process.exitValue());
    }

    /// Runs a command that must succeed.
    ///
    /// @throws IOException if it cannot be started, or fails; with what it printed
    public static Watched succeed(List<String> command, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        Watched watched = run(command, environment, log);
        if (watched.exitCode() != 0) {
            throw new IOException(
                    String.join(" ", command) + " failed (" + watched.exitCode() + "):\n" + Files.readString(log));
        }
        return watched;
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
