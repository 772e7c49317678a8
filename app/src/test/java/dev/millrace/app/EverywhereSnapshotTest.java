package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.shell.Place;

import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// A picture of what lies over the places, and of every place with texts twice as large; in light and dark and two
/// sizes.
class EverywhereSnapshotTest {

    private static final int TWICE = 200;

    @TempDir Path folder;

    private final ScriptedRuns script = new ScriptedRuns();
    private Wiring wiring;

    @BeforeEach
    void wire() throws Exception {
        wiring = Snapshots.onScreenThread(() -> new TestWiring().atOnce(folder, script));
        onScreen(wiring.home()::openSample);
    }

    private static void onScreen(Runnable work) throws Exception {
        Snapshots.onScreenThread(() -> {
            work.run();
            return 0;
        });
    }

    private void pressed(String name, KeyCode key, boolean shortcut) throws Exception {
        Snapshots.writeBoth(wiring, name, scene -> press(scene, key, shortcut));
    }

    private static void press(Scene scene, KeyCode key, boolean shortcut) {
        Event.fireEvent(
                scene.getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, shortcut, false, false));
    }

    @Test
    void palette() throws Exception {
        pressed("palette", KeyCode.K, true);
    }

    @Test
    void paletteSearches() throws Exception {
        Snapshots.writeBoth(
                wiring,
                "palette-search",
                scene -> {
                    press(scene, KeyCode.K, true);
                    wiring.palette().typedProperty().set("cou");
                });
        Snapshots.writeBoth(
                wiring,
                "palette-nothing",
                scene -> {
                    press(scene, KeyCode.K, true);
                    wiring.palette().typedProperty().set("zzz");
                });
    }

    @Test
    void settings() throws Exception {
        pressed("settings", KeyCode.COMMA, true);
    }

    @Test
    void guide() throws Exception {
        pressed("guide", KeyCode.F1, false);
        onScreen(() -> wiring.guide().typedProperty().set("memory limit"));
        pressed("guide-search", KeyCode.F1, false);
    }

    @Test
    void about() throws Exception {
        Snapshots.writeBoth(wiring, "about", scene -> ((Button) scene.lookup("#aboutButton")).fire());
    }

    @Test
    void keys() throws Exception {
        Snapshots.writeBoth(wiring, "keys", EverywhereSnapshotTest::pressKeys);
    }

    private static void pressKeys(Scene scene) {
        Event.fireEvent(
                scene.getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F1, true, false, false, false));
    }

    @Test
    void questionBeforeClosing() throws Exception {
        onScreen(() -> {
            wiring.shell().startRun();
            RunScript.midway(script, wiring.run());
        });
        Snapshots.writeWindow(wiring, "question", 1280, 800, window -> window.controller().mayClose(() -> {}));
        Snapshots.writeWindow(wiring, "question", 1920, 1200, window -> window.controller().mayClose(() -> {}));
    }

    @Test
    void unexpectedFailure() throws Exception {
        onScreen(() -> wiring.shell().showUnexpected(new IllegalStateException("no room")));
        Snapshots.writeBoth(wiring, "failure");
    }

    @Test
    void resultsWithTextsTwiceAsLarge() throws Exception {
        FinishedRuns runs = new FinishedRuns(folder);
        Path one = runs.done(runs.recipe("fraud training set", "out-1", 0.01, 2)).folder();
        Path other = runs.done(runs.recipe("fraud training set, smoothed", "out-2", 0.05, 2)).folder();
        onScreen(() -> {
            wiring.settings().textSizeProperty().set(TWICE);
            wiring.shell().placeProperty().set(Place.RESULTS);
            wiring.results().open(other);
            wiring.results().open(one);
        });
        Snapshots.writeBoth(wiring, "scaled-results");
        Snapshots.writeBoth(
                wiring, "scaled-results-files", scene -> ((ToggleButton) scene.lookup("#section-files")).fire());
        onScreen(() -> wiring.results().historyShownProperty().set(true));
        Snapshots.writeBoth(
                wiring,
                "scaled-history",
                scene -> ((TableView<?>) scene.lookup("#runs")).getSelectionModel().selectIndices(0, 1));
    }

    @Test
    void everyPlaceWithTextsTwiceAsLarge() throws Exception {
        onScreen(() -> {
            wiring.settings().textSizeProperty().set(TWICE);
            wiring.shell().startRun();
            RunScript.midway(script, wiring.run());
        });
        for (Place place : Place.values()) {
            onScreen(() -> wiring.shell().placeProperty().set(place));
            String name =
                    "scaled-" + place.name().toLowerCase(TestWiring.LOCALE) + (place == Place.RESULTS ? "-empty" : "");
            Snapshots.writeBoth(wiring, name);
            assertThat(Snapshots.FOLDER.resolve(name + "-dark-1280x800.png")).isNotEmptyFile();
        }
        Snapshots.writeBoth(wiring, "scaled-about", scene -> ((Button) scene.lookup("#aboutButton")).fire());
        Snapshots.write(wiring, "scaled-benchmark-whole", 1280, 1900);
        pressed("scaled-settings", KeyCode.COMMA, true);
        Snapshots.writeBoth(wiring, "scaled-keys", EverywhereSnapshotTest::pressKeys);
        pressed("scaled-guide", KeyCode.F1, false);
        pressed("scaled-palette", KeyCode.K, true);
    }
}
