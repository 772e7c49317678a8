package dev.millrace.app;

import dev.millrace.app.background.ScreenThread;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A story told by a window, with real runs in the program's surroundings, and the screen's thread watched.
@ExtendWith({ApplicationExtension.class, ScreenWatch.class})
abstract class Story {

    static final int WIDTH = 980;

    @TempDir Path folder;

    final TestWiring test = new TestWiring();
    final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    Wiring wiring;
    Wiring.Window window;

    /// Shows the window. To be called by the method that starts the story.
    final void open(Stage stage, int height) {
        wiring = test.inBackground(folder, workers, new ScreenThread());
        window = wiring.window(WIDTH, height);
        stage.setScene(window.scene());
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.toFront();
    }

    @AfterEach
    final void stop() {
        workers.shutdownNow();
    }
}
