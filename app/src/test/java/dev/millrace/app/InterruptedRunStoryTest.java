package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.run.RunState;
import dev.millrace.app.run.TileState;
import dev.millrace.engine.Engine;
import dev.millrace.sample.GeneratorSettings;
import dev.millrace.sample.TransactionGenerator;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A run that a person interrupts: held, gone on with, cancelled, and resumed by a workbench that was started again.
class InterruptedRunStoryTest extends Story {

    private static final int HEIGHT = 760;
    private static final int FRAMES = 50;
    private static final int LAST_PASS = 1;

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        open(stage, HEIGHT);
    }

    /// Slow enough to be caught in the middle of a pass.
    @BeforeEach
    void begin(FxRobot robot) throws Exception {
        new TransactionGenerator(new GeneratorSettings(24_000, 8, 7, false)).writeTo(folder.resolve("data"), _ -> {});
        Path file = recipe("slow", 4_000);
        robot.interact(() -> wiring.home().open(file));
        Waiting.until(() -> wiring.recipe().runnableProperty().get());
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        Waiting.until(() -> done() > 0);
    }

    private Path recipe(String name, int rowsPerSecond) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".millrace.json"),
                """
                {
                  "version": 1,
                  "name": "%s",
                  "dataset": {"path": "data", "label": "label"},
                  "strategies": [{"strategy": "risk-table-mapping", "fields": ["country", "device"]}],
                  "output": {"path": "out-%s"},
                  "run": {"mode": "streaming", "workers": 1, "blockKb": 1, "rateLimitRows": %d}
                }
                """
                        .formatted(name, name, rowsPerSecond),
                StandardCharsets.UTF_8);
    }

    /// Shards that are written.
    private long done() {
        return wiring.run().boardProperty().get().count(LAST_PASS, TileState.DONE);
    }

    private Map<String, String> shards(String output) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(output))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                contents.put(folder.resolve(output).relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private Map<String, String> undisturbed() throws IOException {
        Engine engine = new Engine();
        engine.start(engine.plan(engine.readRecipe(recipe("fast", 0)))).await();
        return shards("out-fast");
    }

    @Test
    void aRunIsHeldAndGoesOn(FxRobot robot) throws Exception {
        fire(robot, "#pauseButton");
        Waiting.until(() -> wiring.run().stateProperty().get() == RunState.PAUSED);
        Waiting.frames(FRAMES);
        long held = done();
        Waiting.frames(FRAMES);
        assertThat(done()).isEqualTo(held).isLessThan(8);
        fire(robot, "#pauseButton");
        Waiting.until(() -> wiring.run().stateProperty().get() == RunState.DONE);
        assertThat(shards("out-slow")).isEqualTo(undisturbed());
    }

    @Test
    void aCancelledRunIsResumedAfterTheWorkbenchWasClosed(FxRobot robot) throws Exception {
        fire(robot, "#cancelButton");
        Waiting.until(() -> wiring.run().stateProperty().get() == RunState.CANCELLED);
        Waiting.until(() -> wiring.run().unfinishedProperty().get() != null);
        assertThat(folder.resolve("out-slow/_SUCCESS")).doesNotExist();

        robot.interact(stage::close);
        openAgain(robot, stage, HEIGHT);
        robot.clickOn(robot.lookup("#recents .list-cell").match((ListCell<?> cell) -> !cell.isEmpty()).<Node>query());
        Waiting.until(() -> wiring.recipe().runnableProperty().get());
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        Waiting.until(() -> wiring.run().unfinishedProperty().get() != null);
        robot.clickOn("#resumeButton");
        Waiting.until(() -> wiring.run().stateProperty().get() == RunState.DONE);
        assertThat(wiring.run().log()).anyMatch(line -> line.text().contains("were done before"));
        assertThat(shards("out-slow")).isEqualTo(undisturbed());
    }
}
