package dev.millrace.app;

import dev.millrace.app.home.Recents;
import dev.millrace.app.shell.Place;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// A picture of every state of Home, in light and dark and two sizes. Says that each can be shown; a person says
/// whether it is good.
class SnapshotTest {

    @TempDir Path folder;

    private final TestWiring test = new TestWiring();
    private final ScriptedRuns script = new ScriptedRuns();
    private Wiring wiring;

    @BeforeEach
    void wire() throws Exception {
        wiring = Snapshots.onScreenThread(() -> test.atOnce(folder, script));
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
        Snapshots.writeBoth(wiring, "home-empty");
    }

    @Test
    void homeWithRecents() throws Exception {
        Recents recents = new Recents(test.preferences, () -> 8);
        recents.add(folder.resolve("gone/payments-2023.millrace.json"));
        recents.add(Files.createDirectories(folder.resolve("warehouse/transactions/2025/card-payments")));
        openSample();
        onScreen(() -> wiring.shell().placeProperty().set(Place.HOME));
        Snapshots.writeBoth(wiring, "home-recents");
    }
}
