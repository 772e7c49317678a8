package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// A real disk, small and mounted for the test, gets full at a random point of a run; after space was freed the run is
/// resumed. By `-Dmillrace.fullDisks=20` and as root, who may mount.
@EnabledIfSystemProperty(named = "millrace.fullDisks", matches = "\\d+", disabledReason = "mounts a file system")
class FullDiskTest {

    private static final int TIMES = Integer.getInteger("millrace.fullDisks", 0);

    @TempDir private Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        KilledRun.assumeResumeIsKnown();
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=64m", "millrace", disk.toString()) == 0,
                "nothing may be mounted here");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        command("umount", disk.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch", "streaming"})
    void aRunThatFoundTheDiskFullIsResumedAfterSpaceWasFreed(String mode, TestReporter figures)
            throws IOException, InterruptedException {
        KilledRun.generate(folder);
        KilledRun run = KilledRun.in(folder, disk.resolve("out"), mode);
        int full = 0;
        int runs = 0;
        for (long seed = 1; full < TIMES; seed++) {
            Process process = run.start(false);
            run.awaitBytes(process, new Random(seed).nextLong(run.bytes()));
            Path ballast = disk.resolve("ballast");
            fill(ballast);
            int exitCode = KilledRun.ended(process);
            assertThat(exitCode).as("%s, seed %d: done or failed", mode, seed).isIn(0, 1);
            assertThat(run.succeeded()).isEqualTo(exitCode == 0);
            Files.delete(ballast);
            if (exitCode != 0) {
                full++;
                assertThat(KilledRun.ended(run.start(true))).as("%s, seed %d: resumed", mode, seed).isZero();
            }
            run.requireWhole(mode + ", seed " + seed);
            run.clear();
            runs++;
        }
        figures.publishEntry(mode, full + " of " + runs + " runs found the disk full and were resumed");
    }

    private static void fill(Path ballast) throws IOException {
        byte[] chunk = new byte[64 << 10];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (Files.getFileStore(ballast).getUsableSpace() > 0) {
                out.write(chunk, 0, (int) Math.min(chunk.length, Files.getFileStore(ballast).getUsableSpace()));
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    private static int command(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words).inheritIO().start().waitFor();
    }
}
