package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.run.RunState;
import dev.millrace.app.shell.Place;

import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;

/// The Run place as a person uses it, from what went wrong to where it is.
class RunStoryTest extends Story {

    @Start
    void start(Stage stage) {
        open(stage, 760);
    }

    private Path dataset(String onBadRow) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("part-00001.csv"), "f,label\na,0\nb,1\n");
        Files.writeString(data.resolve("part-00002.csv"), "f,label\na,0\nb,1\nc\nb,0\n");
        return Files.writeString(
                folder.resolve("bad.millrace.json"),
                """
                {
                  "version": 1,
                  "name": "bad",
                  "dataset": {"path": "data", "label": "label"},
                  "strategies": [{"strategy": "risk-table-mapping", "fields": ["f"]}],
                  "output": {"path": "out"},
                  "run": {"mode": "streaming", "onBadRow": "%s"}
                }
                """
                        .formatted(onBadRow));
    }

    private void run(FxRobot robot, String onBadRow) throws Exception {
        Path recipe = dataset(onBadRow);
        robot.interact(() -> wiring.home().open(recipe));
        Waiting.until(() -> wiring.recipe().runnableProperty().get());
        robot.interact(() -> wiring.shell().startRun());
        Waiting.until(() -> wiring.run().stateProperty().get().isFinished());
    }

    private void isAtTheBadRow() throws Exception {
        assertThat(wiring.shell().placeProperty().get()).isEqualTo(Place.DATA);
        assertThat(String.valueOf(wiring.data().selectedProperty().get())).isEqualTo("part-00002.csv");
        Waiting.until(() -> wiring.data().rows().countProperty().get().complete());
    }

    @Test
    void badRowsThatWereLeftOutAreListedAndOpenedInPlace(FxRobot robot) throws Exception {
        run(robot, "quarantine");
        assertThat(wiring.run().stateProperty().get())
                .as(() -> String.valueOf(wiring.run().problemProperty().get()))
                .isEqualTo(RunState.DONE);
        fire(robot, "#tab-findings");
        assertThat(robot.lookup("#tab-findings").queryAs(ToggleButton.class).getText()).isEqualTo("Findings 1");
        ListView<?> findings = robot.lookup("#findingList").queryListView();
        assertThat(findings.getItems()).singleElement().asString().contains("part-00002.csv", "line 4");
        robot.interact(() -> robot.lookup("#findingList .button").queryAs(Button.class).fire());
        isAtTheBadRow();
    }

    @Test
    void aFailureIsOpenedWhereItIs(FxRobot robot) throws Exception {
        run(robot, "fail");
        assertThat(wiring.run().stateProperty().get()).isEqualTo(RunState.FAILED);
        robot.interact(() -> robot.lookup("#problemThere").queryAs(Button.class).fire());
        isAtTheBadRow();
    }

    @Test
    void whatIsNotOfTheOpenDatasetSaysSo(FxRobot robot) throws Exception {
        run(robot, "fail");
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("part-00001.csv"), "a,label\n1,0\n");
        robot.interact(() -> wiring.home().open(other));
        Waiting.until(() -> wiring.data().shards().size() == 1);
        robot.interact(() -> wiring.shell().placeProperty().set(Place.RUN));
        robot.interact(() -> robot.lookup("#problemThere").queryAs(Button.class).fire());
        assertThat(wiring.shell().placeProperty().get()).isEqualTo(Place.RUN);
        assertThat(robot.lookup("#notThere").query().isVisible()).isTrue();
    }

    @Test
    void tilesAreFilteredByTheirChips(FxRobot robot) throws Exception {
        run(robot, "skip");
        assertThat(robot.lookup("#show-done").queryAs(ToggleButton.class).getText()).isEqualTo("✓ Done 2");
        fire(robot, "#show-failed");
        assertThat(robot.lookup("#show-all").queryAs(ToggleButton.class).isSelected()).isFalse();
        robot.clickOn("#tiles");
        assertThat(robot.lookup("#tile").queryLabeled().getText()).as("no tile is shown").isEmpty();
    }
}
