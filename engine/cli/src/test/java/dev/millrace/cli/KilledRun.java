package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A run of some 20 MB through a chain of three strategies, in a process of its own that may be killed or starved, and
/// the results that it should have.
///
/// @param recipe the recipe file
/// @param output its output folder
/// @param whole the output folder of the same run without trouble
/// @param mode `batch` or `streaming`
record KilledRun(Path recipe, Path output, Path whole, String mode) {

    private static final int LIMIT_SECONDS = 120;
    private static final String CHAIN =
            """
            {
              "version": 1,
              "dataset": {"path": "data", "label": "label"},
              "strategies": [
                {"strategy": "missing-value-imputation", "columns": {"age": "median", "device": "mode"}},
                {"strategy": "risk-table-mapping", "fields": ["merchant_category", "country"]},
                {"strategy": "tabular-split"}
              ],
              "output": {"path": "%s"},
              "run": {"mode": "%s", "workers": 2}
            }
            """;

    /// Skips a test as long as nothing can be resumed.
    static void assumeResumeIsKnown() {
        boolean known =
                Millrace.commandLine().getSubcommands().get("run").getCommandSpec().findOption("--resume") != null;
        assumeTrue(known, "millrace run knows no --resume");
    }

    /// Generates a dataset to run over.
    static void generate(Path folder) {
        Cli.Outcome generated = Cli.run("generate", folder.resolve("data"), "--rows", "150K", "--shards", "8");
        assertThat(generated.exitCode()).as(generated.err()).isZero();
    }

    /// Runs once without trouble, to compare with.
    ///
    /// @param folder what the dataset was generated in
    /// @param output where results go
    static KilledRun in(Path folder, Path output, String mode) throws IOException {
        Path whole = folder.resolve("whole-" + mode);
        Path reference = folder.resolve("whole-" + mode + ".json");
        Files.writeString(reference, CHAIN.formatted(whole, mode));
        Cli.Outcome done = Cli.run("run", reference);
        assertThat(done.exitCode()).as(done.err()).isZero();
        Path recipe = folder.resolve("killed-" + mode + ".json");
        Files.writeString(recipe, CHAIN.formatted(output, mode));
        return new KilledRun(recipe, output, whole, mode);
    }

    /// How many bytes the whole output has.
    long bytes() {
        return bytesIn(whole);
    }

    /// Starts the process; its events come on its standard output.
    Process start(boolean resume) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                new ArrayList<>(
                        List.of(
                                java,
                                "-XX:TieredStopAtLevel=1", // which starts faster
                                "-cp",
                                System.getProperty("java.class.path"),
                                Millrace.class.getName(),
                                "run",
                                recipe.toString(),
                                "--json"));
        if (resume) {
            command.add("--resume");
        }
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /// Waits for a process to end by itself.
    ///
    /// @return its exit code
    static int ended(Process process) throws IOException, InterruptedException {
        try (BufferedReader events = process.inputReader()) {
            events.transferTo(Writer.nullWriter()); // or the process would wait for a reader
        }
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /// Waits until a process has told some events, or has ended.
    static void awaitEvents(Process process, int events) throws IOException {
        BufferedReader lines = process.inputReader();
        int told = 0;
        while (told < events && lines.readLine() != null) {
            told++;
        }
    }

    /// Waits until there are some bytes of output, or the process has ended.
    void awaitBytes(Process process, long bytes) throws InterruptedException {
        boolean ended = false;
        while (!ended && bytesIn(output) < bytes) {
            ended = process.waitFor(1, TimeUnit.MILLISECONDS);
        }
    }

    boolean succeeded() {
        return Files.exists(output.resolve("_SUCCESS"));
    }

    /// The results are those of the run without trouble, byte by byte.
    void requireWhole(String when) throws IOException {
        assertThat(results(output)).as(when).isEqualTo(results(whole));
        for (String file : results(whole)) {
            assertThat(Files.mismatch(output.resolve(file), whole.resolve(file)))
                    .as("%s: %s", when, file)
                    .isEqualTo(-1);
        }
    }

    private static List<String> results(Path folder) throws IOException {
        return Project.filesIn(folder).stream().filter(name -> !name.startsWith("_run/")).toList();
    }

    /// Removes what was written, for the next attempt.
    void clear() throws IOException {
        if (Files.exists(output)) {
            try (Stream<Path> files = Files.walk(output)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /// Files may come, go and change their names meanwhile.
    private static long bytesIn(Path folder) {
        long bytes = 0;
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                for (Path entry : entries.toList()) {
                    bytes += Files.isDirectory(entry) ? bytesIn(entry) : Files.size(entry);
                }
            } catch (NoSuchFileException gone) {
                return bytes;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return bytes;
    }
}
