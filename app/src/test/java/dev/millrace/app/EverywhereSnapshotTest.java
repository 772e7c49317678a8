package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.shell.Place;

import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// A picture of what lies over the places, and of every place with texts twice as large.
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
        Snapshots.write(wiring, name, 1280, 800, scene -> press(scene, key, shortcut));
        assertThat(Snapshots.FOLDER.resolve(name + "-dark-1280x800.png")).isNotEmptyFile();
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
        Snapshots.write(
                wiring,
                "palette-search",
                1280,
                800,
                scene -> {
                    press(scene, KeyCode.K, true);
                    wiring.palette().typedProperty().set("cou");
                });
        Snapshots.write(
                wiring,
                "palette-nothing",
                1280,
                800,
                scene -> {
                    press(scene, KeyCode.K, true);
                    wiring.palette().typedProperty().set("zzz");
                });
        assertThat(Snapshots.FOLDER.resolve("palette-search-dark-1280x800.png")).isNotEmptyFile();
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
        Snapshots.writeWindow(
                wiring, "about", 1280, 800, window -> ((Button) window.scene().lookup("#aboutButton")).fire());
        assertThat(Snapshots.FOLDER.resolve("about-dark-1280x800.png")).isNotEmptyFile();
    }

    @Test
    void keys() throws Exception {
        Snapshots.write(wiring, "keys", 1280, 800, EverywhereSnapshotTest::pressKeys);
        assertThat(Snapshots.FOLDER.resolve("keys-dark-1280x800.png")).isNotEmptyFile();
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
        assertThat(Snapshots.FOLDER.resolve("question-dark-1280x800.png")).isNotEmptyFile();
    }

    @Test
    void unexpectedFailure() throws Exception {
        onScreen(() -> wiring.shell().showUnexpected(new IllegalStateException("no room")));
        Snapshots.write(wiring, "failure", 1280, 800);
        assertThat(Snapshots.FOLDER.resolve("failure-dark-1280x800.png")).isNotEmptyFile();
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
            String name = "scaled-" + place.name().toLowerCase(TestWiring.LOCALE);
            Snapshots.write(wiring, name, 1280, 800);
            assertThat(Snapshots.FOLDER.resolve(name + "-dark-1280x800.png")).isNotEmptyFile();
        }
        pressed("scaled-settings", KeyCode.COMMA, true);
        Snapshots.write(wiring, "scaled-keys", 1280, 800, EverywhereSnapshotTest::pressKeys);
        pressed("scaled-guide", KeyCode.F1, false);
        pressed("scaled-palette", KeyCode.K, true);
    }
}
