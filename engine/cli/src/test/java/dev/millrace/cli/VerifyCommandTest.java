package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `millrace verify` on results that were and were not tampered with.
class VerifyCommandTest {

    @TempDir private Path folder;

    private Path output;

    @BeforeEach
    void run() {
        Path recipe = folder.resolve("fraud.json");
        assertThat(Cli.run("generate", folder.resolve("data"), "--rows", "2K", "--recipe", recipe).exitCode()).isZero();
        assertThat(Cli.run("run", recipe).exitCode()).isZero();
        output = folder.resolve("out");
    }

    @Test
    void resultsAsWrittenAreFine() {
        Cli.Outcome outcome = Cli.run("verify", output);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("all as written by run");
    }

    @Test
    void aChangedByteALostFileAndALongerOneAreNamed() throws IOException {
        Path changed = output.resolve("train/part-00001.csv");
        byte[] bytes = Files.readAllBytes(changed);
        bytes[bytes.length / 2] ^= 1;
        Files.write(changed, bytes);
        Files.delete(output.resolve("train/part-00002.csv"));
        Files.writeString(output.resolve("model/risk_table_map.json"), "{}");
        Cli.Outcome outcome = Cli.run("verify", output);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(outcome.out()).contains("3 problems found");
        assertThat(outcome.err())
                .contains("part-00001.csv: is not what the run wrote")
                .contains("part-00002.csv: is missing")
                .contains("risk_table_map.json: has 2 bytes, not ");
    }

    @Test
    void aFolderWithoutAFinishedRunIsRefused() {
        Cli.Outcome outcome = Cli.run("verify", folder);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("there is no finished run in this folder");
    }
}
