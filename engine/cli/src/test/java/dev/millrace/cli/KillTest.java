package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// A run is killed (SIGKILL) at a random point of its progress and resumed, which may be killed again, until it is
/// done. Three kills in each mode; `-Dmillrace.kills=200` for more.
class KillTest {

    private static final int KILLS = Integer.getInteger("millrace.kills", 3);
    private static final int EVENTS = 60; // about as many as a run tells

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"batch", "streaming"})
    void aRunThatIsKilledAndResumedEndsLikeOneThatWasNot(String mode, TestReporter figures)
            throws IOException, InterruptedException {
        KilledRun.assumeResumeIsKnown();
        KilledRun.generate(folder);
        KilledRun run = KilledRun.in(folder, folder.resolve("out"), mode);
        int kills = 0;
        int runs = 0;
        for (long seed = 1; kills < KILLS; seed++) {
            Random random = new Random(seed);
            int before = kills;
            kills += killed(run, false, random);
            while (!run.succeeded()) {
                if (random.nextInt(3) == 0) {
                    kills += killed(run, true, random);
                } else {
                    assertThat(KilledRun.ended(run.start(true))).as("%s, seed %d", mode, seed).isZero();
                }
            }
            run.requireWhole(mode + ", seed " + seed + ", killed " + (kills - before) + " times");
            run.clear();
            runs++;
        }
        figures.publishEntry(mode, kills + " kills in " + runs + " runs, all of them resumed to the same bytes");
    }

    /// Starts a run and kills it at a random event or a random amount of output.
    ///
    /// @return 1, or 0 if it had ended before
    private static int killed(KilledRun run, boolean resume, Random random) throws IOException, InterruptedException {
        Process process = run.start(resume);
        if (random.nextBoolean()) {
            KilledRun.awaitEvents(process, random.nextInt(EVENTS));
        } else {
            run.awaitBytes(process, random.nextLong(run.bytes()));
        }
        boolean alive = process.isAlive();
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return alive && process.exitValue() != 0 ? 1 : 0;
    }
}
