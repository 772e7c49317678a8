package dev.millrace.app;

import dev.millrace.app.background.ScreenThread;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
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
        load(height);
        show(stage);
    }

    /// Makes another window, as if the program was started again. It is loaded on the thread of the test, so that the
    /// start is not taken for something that keeps the screen's thread busy.
    final void openAgain(FxRobot robot, Stage stage, int height) {
        load(height);
        robot.interact(() -> show(stage));
    }

    private void load(int height) {
        wiring = test.inBackground(folder, workers, new ScreenThread());
        window = wiring.window(WIDTH, height);
    }

    private void show(Stage stage) {
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

    /// Presses a button without moving the mouse there, which may take longer than what is told.
    static void fire(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        robot.interact(() -> {
            switch (node) {
                case CheckBox box -> box.fire();
                case ToggleButton button -> button.fire();
                case ButtonBase button -> button.fire();
                default -> throw new IllegalArgumentException(query);
            }
        });
    }
}
