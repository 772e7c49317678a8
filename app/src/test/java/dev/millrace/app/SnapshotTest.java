package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.home.Recents;
import dev.millrace.app.shell.Place;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

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
}
