package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.run.EngineRuns;
import dev.millrace.app.run.RunState;
import dev.millrace.app.run.TileFilter;
import dev.millrace.app.shell.Place;
import dev.millrace.engine.Engine;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.run.UnfinishedRun;

import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/// A picture of every state of the Run place, in light and dark and two sizes.
class RunSnapshotTest {

    @TempDir Path folder;

    private final TestWiring test = new TestWiring();
    private ScriptedRuns script = new ScriptedRuns();
    private Wiring wiring;

    @BeforeEach
    void wire() throws Exception {
        wiring = Snapshots.onScreenThread(() -> test.atOnce(folder, script));
    }

    private void snapshot(String name) throws Exception {
        snapshot(name, _ -> {});
    }

    private void snapshot(String name, Consumer<Scene> first) throws Exception {
        Snapshots.writeBoth(wiring, name, first);
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
        Snapshots.write(wiring, "run-done", 960, 640);
    }

    @Test
    void runOfTenThousandShards() throws Exception {
        script = new ScriptedRuns(RunScript::tenThousandShards);
        wiring = Snapshots.onScreenThread(() -> test.atOnce(folder, script));
        openSample();
        onScreen(() -> {
            wiring.shell().startRun();
            RunScript.midwayOfTenThousand(script, wiring.run(), 32);
        });
        snapshot("run-10000");
    }

    private void beBusy() throws Exception {
        script = new ScriptedRuns(RunScript::fortyShards);
        wiring = Snapshots.onScreenThread(() -> test.atOnce(folder, script));
        openSample();
        onScreen(() -> {
            wiring.shell().startRun();
            RunScript.midwayOfForty(script, wiring.run());
        });
    }

    private static void show(Scene scene, String tab) {
        ((ToggleButton) scene.lookup("#tab-" + tab)).fire();
    }

    @Test
    void workersAndMemory() throws Exception {
        beBusy();
        snapshot("run-workers");
    }

    @Test
    void sixtyFourWorkers() throws Exception {
        script = new ScriptedRuns(RunScript::tenThousandShards);
        wiring = Snapshots.onScreenThread(() -> test.atOnce(folder, script));
        openSample();
        onScreen(() -> {
            wiring.shell().startRun();
            RunScript.midwayOfTenThousand(script, wiring.run(), 64);
        });
        snapshot("run-64-workers");
    }

    @Test
    void timesOfShards() throws Exception {
        beBusy();
        snapshot("run-times", scene -> show(scene, "times"));
    }

    @Test
    void findings() throws Exception {
        beBusy();
        snapshot("run-findings", scene -> show(scene, "findings"));
    }

    @Test
    void logAndTheSlowestShards() throws Exception {
        beBusy();
        onScreen(() -> wiring.run().filterProperty().set(TileFilter.SLOWEST));
        snapshot("run-slowest", scene -> show(scene, "log"));
    }

    @Test
    void nothingFoundYet() throws Exception {
        openSample();
        onScreen(wiring.shell()::startRun);
        snapshot("run-preparing");
        snapshot("run-preparing-times", scene -> show(scene, "times"));
        snapshot("run-preparing-findings", scene -> show(scene, "findings"));
    }
}
