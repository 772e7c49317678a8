package dev.millrace.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.ScriptedRuns;
import dev.millrace.app.TestWiring;
import dev.millrace.app.Wiring;
import dev.millrace.engine.run.RunResult;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

class RunNoticeTest {

    @TempDir Path folder;

    private final TestWiring test = new TestWiring();
    private final ScriptedRuns script = new ScriptedRuns();
    private Wiring wiring;

    @BeforeEach
    void open() {
        wiring = test.atOnce(folder, script);
        wiring.home().openSample();
        test.desktop.inFront = false;
    }

    private void runFor(Duration time) {
        wiring.shell().startRun();
        test.clock.goOn(time);
        script.end(new RunResult.Cancelled());
        wiring.run().pulse(9_000_000_000L);
    }

    @Test
    void endOfALongRunIsToldToOneWhoLooksElsewhere() {
        runFor(Duration.ofSeconds(95));
        assertThat(test.desktop.noticed).containsExactly("fraud risk sample · Streaming: Cancelled after 1:35");
    }

    @Test
    void shortRunEndsQuietly() {
        runFor(Duration.ofSeconds(29));
        assertThat(test.desktop.noticed).isEmpty();
    }

    @Test
    void oneWhoLooksAtTheWindowIsNotTold() {
        test.desktop.inFront = true;
        runFor(Duration.ofSeconds(95));
        assertThat(test.desktop.noticed).isEmpty();
    }

    @Test
    void oneWhoDoesNotWantToBeToldIsNot() {
        wiring.settings().noticesProperty().set(false);
        runFor(Duration.ofSeconds(95));
        assertThat(test.desktop.noticed).isEmpty();
    }

    @Test
    void whatIsLongIsSaidByThePerson() {
        wiring.settings().noticeSecondsProperty().set(5);
        runFor(Duration.ofSeconds(6));
        assertThat(test.desktop.noticed).hasSize(1);
    }
}
