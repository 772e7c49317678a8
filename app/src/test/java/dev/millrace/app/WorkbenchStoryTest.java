package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.run.RunState;
import dev.millrace.app.run.ShardBoard;
import dev.millrace.app.run.TileState;
import dev.millrace.app.shell.Place;
import dev.millrace.sample.GeneratorSettings;
import dev.millrace.sample.TransactionGenerator;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The workbench as a person uses it, with mouse and keys, on JavaFX's headless platform.
class WorkbenchStoryTest extends Story {

    @Start
    void start(Stage stage) {
        open(stage, 760);
    }

    @Test
    void sampleIsOpenedConfiguredAndRunStreaming(FxRobot robot) throws Exception {
        robot.clickOn("#sampleCard");
        Waiting.until(() -> wiring.shell().placeProperty().get() == Place.DATA);
        TableView<?> shards = robot.lookup("#shards").queryTableView();
        Waiting.until(() -> shards.getItems().size() == 8);
        assertThat(robot.lookup("#columnCount").queryAs(Label.class).getText()).isEqualTo("20");
        Waiting.until(() -> wiring.data().rows().countProperty().get().complete());
        assertThat(robot.lookup("#previewTitle").queryAs(Label.class).getText()).isEqualTo("part-00001.csv · 625 rows");

        robot.clickOn("#nextButton");
        robot.clickOn("#field-fields .picker-search .segment");
        robot.clickOn("#field-fields .picker-search .text-field").write("velocity_7d");
        ListView<?> columns = robot.lookup("#field-fields .checklist").queryListView();
        Waiting.until(() -> columns.getItems().size() == 1);
        robot.clickOn("#field-fields .checklist .check-box");
        replace(robot, "#field-smoothFactor .text-field", "0.05");
        Waiting.until(() -> wiring.recipe().summaryProperty().get().passes().size() == 2);
        assertThat(wiring.recipe().editor().formProperty().get().field("fields").list())
                .contains("velocity_7d")
                .hasSize(8);

        robot.clickOn("#runButton");
        Waiting.until(() -> wiring.run().stateProperty().get() == RunState.DONE);
        ShardBoard board = wiring.run().boardProperty().get();
        assertThat(board.count(0, TileState.DONE)).isEqualTo(8);
        assertThat(board.count(1, TileState.DONE)).isEqualTo(8);
        assertThat(robot.lookup("#verdict").queryAs(Label.class).getText())
                .isEqualTo("8 of 8 shards written; 5,000 rows in = 5,000 rows out");
        assertThat(lines(folder.resolve("out"))).isEqualTo(5_000 + 8);
        assertThat(Files.readString(folder.resolve("out/_run/recipe.json"))).contains("0.05", "velocity_7d");

        robot.clickOn("#copyButton");
        assertThat(test.desktop.copied).containsExactly(folder.resolve("out").toString());
        robot.clickOn("#openButton");
        assertThat(test.desktop.shown).containsExactly(folder.resolve("out"));
    }

    @Test
    void runIsCancelledAndLeavesNothingUnderAFinalName(FxRobot robot) throws Exception {
        Path recipe = largeDataset();
        robot.interact(() -> wiring.home().open(recipe));
        Waiting.until(() -> wiring.recipe().runnableProperty().get());
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        Waiting.until(() -> wiring.run().boardProperty().get().count(0, TileState.READING) > 0);
        robot.clickOn("#cancelButton");
        Waiting.until(() -> wiring.run().stateProperty().get().isFinished());
        assertThat(wiring.run().stateProperty().get())
                .as(() -> String.valueOf(wiring.run().problemProperty().get()))
                .isEqualTo(RunState.CANCELLED);
        assertThat(robot.lookup("#cancelledText").queryAs(Node.class).isVisible()).isTrue();
        assertThat(folder.resolve("out/_SUCCESS")).doesNotExist();
        assertThat(folder.resolve("out/train/part-00001.csv")).doesNotExist();
    }

    @Test
    void windowAsksBeforeItClosesDuringARun(FxRobot robot) throws Exception {
        Path recipe = largeDataset();
        robot.interact(() -> wiring.home().open(recipe));
        Waiting.until(() -> wiring.recipe().runnableProperty().get());
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        Waiting.until(() -> wiring.run().stateProperty().get() == RunState.RUNNING);
        boolean[] closed = new boolean[1];
        robot.interact(() -> assertThat(window.controller().mayClose(() -> closed[0] = true)).isFalse());
        robot.clickOn("#confirm");
        Waiting.until(() -> closed[0]);
        assertThat(wiring.run().stateProperty().get()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void shardsThatDoNotFitTogetherAreToldInPlace(FxRobot robot) throws Exception {
        write("part-00001.csv", "a,b,label\n1,2,0\n");
        write("part-00002.csv", "a,c,label\n1,2,0\n");
        robot.interact(() -> wiring.home().open(folder.resolve("part-00002.csv")));
        Waiting.until(() -> robot.lookup("#problem").queryAll().stream().anyMatch(Node::isVisible));
        assertThat(robot.lookup(".problem-finding").queryAs(Label.class).getText()).contains("part-00002.csv");
        assertThat(robot.lookup("#nextButton").queryAs(Button.class).isDisabled()).isTrue();
    }

    @Test
    void recipeThatNamesAMissingColumnIsToldInPlace(FxRobot robot) throws Exception {
        robot.clickOn("#sampleCard");
        Waiting.until(() -> wiring.recipe().runnableProperty().get());
        Path recipe = folder.resolve("fraud-risk.millrace.json");
        Files.writeString(recipe, Files.readString(recipe).replace("\"country\"", "\"cuontry\""));
        robot.interact(() -> wiring.home().open(recipe));
        Waiting.until(() -> !wiring.recipe().whyNotProperty().get().isEmpty());
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
        assertThat(robot.lookup("#whyNot").queryAs(Button.class).getText()).contains("Did you mean 'country'?");
        assertThat(wiring.recipe().runnableProperty().get()).isFalse();
    }

    private static void replace(FxRobot robot, String box, String text) {
        TextField field = robot.lookup(box).queryAs(TextField.class);
        robot.interact(() -> {
            field.requestFocus();
            field.clear();
        });
        robot.write(text);
    }

    private void write(String name, String content) throws Exception {
        Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    /// Slow enough that no machine is done with it before it is cancelled.
    private Path largeDataset() throws Exception {
        new TransactionGenerator(new GeneratorSettings(400_000, 8, 7, false)).writeTo(folder.resolve("data"), _ -> {});
        Path recipe = folder.resolve("large.millrace.json");
        return Files.writeString(
                recipe,
                """
                {
                  "version": 1,
                  "name": "large",
                  "dataset": {"path": "data", "label": "label"},
                  "strategies": [{"strategy": "risk-table-mapping", "fields": ["country", "device"]}],
                  "output": {"path": "out"},
                  "run": {"mode": "streaming", "workers": 1, "blockKb": 1, "rateLimitRows": 50000}
                }
                """);
    }

    private static long lines(Path out) throws Exception {
        try (Stream<Path> files = Files.walk(out)) {
            long lines = 0;
            for (Path file :
                    files.filter(path ->
                                    path.toString().endsWith(".csv")
                                            && path.getFileName().toString().startsWith("part-"))
                            .toList()) {
                lines += Files.readAllLines(file).size();
            }
            return lines;
        }
    }
}
