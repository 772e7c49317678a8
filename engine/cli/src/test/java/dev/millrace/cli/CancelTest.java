package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Signals, as a terminal or a scheduler sends them, to a process of its own.
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class CancelTest {

    private static final int INTERRUPT = 2; // the number of SIGINT

    @TempDir private Path folder;

    private Path data;
    private Path recipe;
    private Path errors;

    @BeforeEach
    void nameFiles() {
        data = folder.resolve("data");
        recipe = folder.resolve("fraud.json");
        errors = folder.resolve("errors.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aSignalCancelsARunWhichCanBeResumed(String signal) throws IOException, InterruptedException {
        generate();
        Process process = start("run", recipe, "--workers", "1", "--json");
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).contains("RunStarted");
            send(signal, process);

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(out.lines().toList().getLast()).contains("\"RunEnded\"", "\"cancelled\"");
        }

        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(errors).content().startsWith("cancelled; ").contains(folder.resolve("out").toString());
        assertThat(Project.filesIn(folder.resolve("out"))).allMatch(name -> name.endsWith(".partial"));

        assertThat(Cli.run("run", recipe, "--resume").exitCode()).isZero();
        assertThat(Cli.run("verify", folder.resolve("out")).out()).contains("all as written by run");
        assertThat(Cli.run("run", recipe, "--resume").err()).contains("is finished; there is nothing to resume");
    }

    @Test
    void aCancelledRunLeavesEarlierResultsAlone() throws IOException, InterruptedException {
        generate();
        assertThat(Cli.run("run", recipe).exitCode()).isZero();
        List<String> before = Project.filesIn(folder.resolve("out"));
        String manifest = Files.readString(folder.resolve("out/_run/manifest.json"));

        Process process = start("run", recipe, "--overwrite", "--workers", "1", "--json");
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).contains("RunStarted");
            send("TERM", process);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(errors).content().contains("cancelled; ", "the earlier results in it are unchanged");
        assertThat(Project.filesIn(folder.resolve("out")))
                .filteredOn(name -> !name.endsWith(".partial"))
                .isEqualTo(before);
        assertThat(folder.resolve("out/_run/manifest.json")).hasContent(manifest);
    }

    @Test
    void aSignalCancelsGeneratingAndNoShardIsLeft() throws IOException, InterruptedException {
        Process process = start("generate", data, "--rows", "1G", "--shards", "10000", "--workers", "1");
        try (BufferedReader out = process.inputReader()) {
            while (!Files.exists(data.resolve("part-00001.csv"))) {
                assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
            }
            send("TERM", process);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(out.lines().toList()).noneMatch(line -> line.contains("Wrote"));
        }

        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(errors).content().contains("cancelled; no shard was written to " + data);
        assertThat(Project.filesIn(data)).isEmpty();
    }

    private void generate() {
        Cli.Outcome generated = Cli.run("generate", data, "--rows", "1M", "--shards", "4", "--recipe", recipe);
        assertThat(generated.exitCode()).isZero();
    }

    private Process start(Object... words) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path"), Millrace.class.getName()));
        for (Object word : words) {
            command.add(word.toString());
        }
        return new ProcessBuilder(command).redirectError(errors.toFile()).start();
    }

    private static void send(String signal, Process process) throws IOException, InterruptedException {
        assumeTrue(signal.equals("TERM") || !ignoresInterrupt(process), "processes in the background ignore SIGINT");
        Process kill = new ProcessBuilder("kill", "-s", signal, String.valueOf(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /// A shell without job control starts processes in the background so, and their children inherit it.
    private static boolean ignoresInterrupt(Process process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status, StandardCharsets.US_ASCII)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> Long.parseUnsignedLong(line.substring(line.indexOf(':') + 1).strip(), 16))
                    .anyMatch(mask -> (mask & (1L << (INTERRUPT - 1))) != 0);
        }
    }
}
