package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.home.Recents;
import dev.millrace.app.run.EngineRuns;
import dev.millrace.app.run.RunState;
import dev.millrace.app.shell.Place;
import dev.millrace.engine.Engine;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.run.UnfinishedRun;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// A picture of every state, in light and dark. Says that each can be shown; a person says whether it is good.
class SnapshotTest {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    @TempDir Path folder;

    private final TestWiring test = new TestWiring();
    private final ScriptedRuns script = new ScriptedRuns();
    private Wiring wiring;

    @BeforeEach
    void wire() throws Exception {
        wiring = Snapshots.onScreenThread(() -> test.atOnce(folder, script));
    }

    private void snapshot(String name) throws Exception {
        Snapshots.write(wiring, name, WIDTH, HEIGHT);
        assertThat(Snapshots.FOLDER.resolve(name + "-dark-1280x800.png")).isNotEmptyFile();
    }

    private void onScreen(Runnable work) throws Exception {
        Snapshots.onScreenThread(() -> {
            work.run();
            return 0;
        });
    }

    private void openSample() throws Exception {
        onScreen(wiring.home()::openSample);
    }

    @Test
    void homeOfANewUser() throws Exception {
        snapshot("home-empty");
    }

    @Test
    void homeWithRecents() throws Exception {
        Recents recents = new Recents(test.preferences, () -> 8);
        recents.add(folder.resolve("gone/payments-2023.millrace.json"));
        recents.add(Files.createDirectories(folder.resolve("warehouse/transactions/2025/card-payments")));
        openSample();
        onScreen(() -> wiring.shell().placeProperty().set(Place.HOME));
        snapshot("home-recents");
    }

    @Test
    void runBeforeTheFirst() throws Exception {
        openSample();
        onScreen(() -> wiring.shell().placeProperty().set(Place.RUN));
        snapshot("run-empty");
    }

    @Test
    void runLive() throws Exception {
        openSample();
        onScreen(() -> {
            wiring.shell().startRun();
            RunScript.midway(script, wiring.run());
        });
        snapshot("run-live");
        Snapshots.write(wiring, "run-live", 1920, 1200);
        Snapshots.write(wiring, "run-live", 960, 640);
    }

    @Test
    void runPaused() throws Exception {
        openSample();
        onScreen(() -> {
            wiring.shell().startRun();
            RunScript.midway(script, wiring.run());
            wiring.run().pauseOrGoOn();
        });
        snapshot("run-paused");
    }

    @Test
    void runUnfinished() throws Exception {
        openSample();
        script.leave(new UnfinishedRun(folder, Instant.EPOCH, 5, 8));
        onScreen(() -> {
            wiring.shell().startRun();
            RunScript.midway(script, wiring.run());
            RunScript.end(script, wiring.run(), new RunResult.Cancelled());
        });
        snapshot("run-unfinished");
    }

    @Test
    void runCancelled() throws Exception {
        openSample();
        onScreen(() -> {
            wiring.shell().startRun();
            RunScript.midway(script, wiring.run());
            RunScript.end(script, wiring.run(), new RunResult.Cancelled());
        });
        snapshot("run-cancelled");
    }

    @Test
    void runFailed() throws Exception {
        openSample();
        onScreen(() -> {
            wiring.shell().startRun();
            RunScript.midway(script, wiring.run());
            RunScript.fail(script, wiring.run());
        });
        snapshot("run-failed");
    }

    @Test
    void runDone() throws Exception {
        wiring = Snapshots.onScreenThread(() -> test.atOnce(folder, new EngineRuns(new Engine())));
        openSample();
        onScreen(wiring.shell()::startRun);
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (wiring.run().stateProperty().get() != RunState.DONE && System.nanoTime() < deadline) {
            onScreen(() -> wiring.run().pulse(System.nanoTime()));
        }
        assertThat(wiring.run().stateProperty().get()).isEqualTo(RunState.DONE);
        snapshot("run-done");
        Snapshots.write(wiring, "run-done", 1920, 1200);
        Snapshots.write(wiring, "run-done", 960, 640);
    }

    @Test
    void runOfTenThousandShards() throws Exception {
        ScriptedRuns many = new ScriptedRuns(RunScript::tenThousandShards);
        wiring = Snapshots.onScreenThread(() -> test.atOnce(folder, many));
        openSample();
        onScreen(() -> {
            wiring.shell().startRun();
            RunScript.midwayOfTenThousand(many, wiring.run());
        });
        snapshot("run-10000");
    }
}
