package dev.millrace.lab.measure;

import static java.util.stream.Collectors.joining;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.recipe.Recipe;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs sides, one after the other, each in a JVM of its own. Before the first one every shard is read, so that all
/// find the page cache alike; every output is deleted before the next side starts, and with it what the system has not
/// yet written of it. Used by one thread; an interrupt ends the run under way.
public final class Harness implements AutoCloseable {

    /// How the page cache is dealt with, in words.
    public static final String PAGE_CACHE =
            "warm: every shard is read before the first run; outputs are deleted after each run, and what was not yet"
                    + " on the disk with them";

    private static final int KILLED = 128 + 9; // by a signal that cannot be caught
    private static final int LINES_TOLD = 2; // what the JVM says when it cannot begin

    private final Workspace workspace;
    private final Confinement confinement = new Confinement();
    private final EnergyMeter energy = new EnergyMeter();
    private int runs;

    /// Opens the dataset and reads all of it.
    ///
    /// @param scratch a folder that does not exist yet; it is deleted in the end
    public Harness(Path scratch, Recipe recipe) throws IOException {
        workspace = new Workspace(scratch, recipe);
        workspace.warmCache();
    }

    /// Looks at what a run wrote, before it is deleted.
    @FunctionalInterface
    public interface OutputReader {

        void read(Path output) throws IOException;
    }

    /// The dataset that all sides read, or a part of it.
    public Dataset dataset() {
        return workspace.dataset();
    }

    /// Whether sides can be given a part of the data.
    public boolean isDivisible() {
        return workspace.isDivisible();
    }

    /// How limits are held, in words.
    public String limits() {
        return confinement.method();
    }

    /// The options of every run's JVM, but for its limits.
    public String javaOptions() {
        return String.join(" ", JavaOptions.ofEveryRun());
    }

    /// How energy is found out, in words.
    public String energyMethod() {
        return energy.method();
    }

    /// Runs a side once.
    ///
    /// @param reader is given the output folder of a run that succeeded
    public MeasuredRun run(String experiment, Side side, int round, boolean warmUp, OutputReader reader)
            throws IOException, InterruptedException {
        Path recipe = workspace.prepare(side);
        List<Long> before = energy.read();
        ChildProcess.Watched watched = ChildProcess.run(command(side, recipe), Map.of(), workspace.log());
        Energy taken = energy.since(before, watched.cpuSeconds());
        ChildReport report = watched.exitCode() == 0 ? report() : null;
        MeasuredRun run =
                new MeasuredRun(
                        experiment,
                        side,
                        ++runs,
                        round,
                        warmUp,
                        report == null ? failure(watched.exitCode()) : null,
                        watched.seconds(),
                        report == null ? watched.cpuSeconds() : Math.max(watched.cpuSeconds(), report.cpuSeconds()),
                        Math.max(watched.peakBytes(), residentBytes(report)),
                        taken,
                        report);
        if (report != null) {
            reader.read(workspace.output());
        }
        Workspace.delete(workspace.output());
        return run;
    }

    private List<String> command(Side side, Path recipe) {
        List<String> command = new ArrayList<>(confinement.prefix(side));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JavaOptions.ofEveryRun());
        if (side.memoryMb() > 0) {
            command.add("-Xmx" + side.memoryMb() + "m");
        }
        if (side.processors() > 0) {
            command.add("-XX:ActiveProcessorCount=" + side.processors());
        }
        command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        command.addAll(List.of(MeasuredChild.class.getName(), recipe.toString(), workspace.report().toString()));
        return command;
    }

    private ChildReport report() throws IOException {
        Place place = Place.of(workspace.report());
        return Json.read(Json.parse(Files.readAllBytes(workspace.report()), place), ChildReport.class, place);
    }

    private String failure(int exitCode) throws IOException {
        if (Files.exists(workspace.report())) {
            return Files.readString(workspace.report());
        }
        if (exitCode == KILLED) {
            return "the system killed it, as it does when memory runs out";
        }
        String printed =
                Files.readString(workspace.log()).lines().limit(LINES_TOLD).map(String::strip).collect(joining(". "));
        return "its process ended with " + exitCode + (printed.isEmpty() ? "" : ": " + printed);
    }

    private static long residentBytes(@Nullable ChildReport report) {
        return report == null || report.peakResidentBytes() == null ? 0 : report.peakResidentBytes();
    }

    @Override
    public void close() throws IOException {
        workspace.close();
    }
}
