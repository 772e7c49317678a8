package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.results.Verdict;
import dev.millrace.app.results.VerificationViewModel.Phase;
import dev.millrace.app.run.RunState;
import dev.millrace.app.shell.Place;
import dev.millrace.engine.results.Results;

import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Results and the history as a person uses them.
class ResultsStoryTest extends Story {

    private FinishedRuns runs;

    @Start
    void start(Stage stage) throws Exception {
        runs = new FinishedRuns(folder);
        open(stage, 900);
    }

    private void open(FxRobot robot, Path output) throws Exception {
        robot.interact(() -> {
            wiring.shell().placeProperty().set(Place.RESULTS);
            wiring.results().open(output);
        });
        Waiting.until(() -> wiring.results().verdictProperty().get() != Verdict.NONE);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    @Test
    void aRunOfTheWindowLeadsToItsResultsAndJoinsTheHistory(FxRobot robot) throws Exception {
        robot.clickOn("#sampleCard");
        Waiting.until(() -> wiring.recipe().runnableProperty().get());
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        Waiting.until(() -> wiring.run().stateProperty().get() == RunState.DONE);
        robot.clickOn("#resultsButton");
        Waiting.until(() -> wiring.results().verdictProperty().get() == Verdict.COMPLETE);
        assertThat(wiring.shell().placeProperty().get()).isEqualTo(Place.RESULTS);
        assertThat(text(robot, "#sentence")).isEqualTo("5,000 rows in = 5,000 train");
        Waiting.until(() -> wiring.results().rows().rows().size() == 200);
        TableView<?> after = robot.lookup("#rowsAfter").queryTableView();
        assertThat(after.getItems()).hasSize(200);
        assertThat(text(robot, "#comparedTold")).startsWith("200 rows: 1,400 cells changed in 7 columns");
        robot.clickOn("#moreRows");
        Waiting.until(() -> after.getItems().size() == 400);

        Waiting.until(() -> wiring.history().runs().size() == 1);
        robot.clickOn("#historySegment");
        assertThat(robot.lookup("#runs").queryTableView().getItems()).hasSize(1);
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT5).release(KeyCode.DIGIT5, KeyCode.CONTROL);
        Waiting.until(() -> wiring.shell().placeProperty().get() == Place.RESULTS);
    }

    @Test
    void whatWasLearnedIsSearched(FxRobot robot) throws Exception {
        open(robot, runs.done(runs.recipe("set", "out", 0.01, 1)).folder());
        robot.clickOn("#section-learned");
        robot.clickOn("Risks of country");
        TableView<?> table = robot.lookup("#artifact").queryTableView();
        assertThat(table.getItems()).hasSizeGreaterThan(10);
        TextField search = robot.from(robot.lookup("#section")).lookup(".text-field").queryAs(TextField.class);
        robot.clickOn(search).write("JP");
        Waiting.until(() -> table.getItems().size() == 1);
    }

    @Test
    void damageIsFoundByVerifyingAndMendedByRunningAgain(FxRobot robot) throws Exception {
        Results.Finished results = runs.done(runs.recipe("set", "out", 0.01, 1));
        Path damaged = results.folder().resolve("train/part-00001.csv");
        String sound = Files.readString(damaged);
        Files.writeString(damaged, sound.replaceFirst("0", "1"));
        open(robot, results.folder());
        robot.clickOn("#verifyButton");
        Waiting.until(() -> wiring.results().verification().phaseProperty().get() == Phase.BROKEN);
        assertThat(text(robot, "#verdictChip")).isEqualTo("Damaged");
        assertThat(text(robot, "#verificationTold")).startsWith("1 of 29 files is not");
        robot.clickOn("#againButton");
        robot.clickOn("#yesButton");
        Waiting.until(() -> wiring.run().stateProperty().get() == RunState.DONE);
        assertThat(Files.readString(damaged)).isEqualTo(sound);
        Waiting.until(() -> wiring.results().verdictProperty().get() == Verdict.COMPLETE);
    }

    @Test
    void onlyWhatIsLeftOfAnUnfinishedRunIsRun(FxRobot robot) throws Exception {
        Results.Unfinished results = runs.unfinished(runs.recipe("set", "out", 0.01, 1));
        open(robot, results.folder());
        assertThat(wiring.results().verdictProperty().get()).isEqualTo(Verdict.UNFINISHED);
        robot.clickOn("#resumeButton");
        Waiting.until(() -> wiring.run().stateProperty().get() == RunState.DONE);
        assertThat(wiring.shell().placeProperty().get()).isEqualTo(Place.RUN);
        assertThat(wiring.run().log()).anyMatch(line -> line.text().contains("were done before"));
    }

    @Test
    void aReportIsWrittenWhereThePersonWants(FxRobot robot) throws Exception {
        open(robot, runs.done(runs.recipe("set", "out", 0.01, 1)).folder());
        Path page = folder.resolve("page.html");
        test.desktop.answer = Optional.of(page);
        robot.clickOn("#reportButton");
        Waiting.until(() -> !wiring.results().noticeProperty().get().isEmpty());
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("Risks of country");
    }

    @Test
    void resultsAreRemovedAfterAsking(FxRobot robot) throws Exception {
        Path output = runs.done(runs.recipe("set", "out", 0.01, 1)).folder();
        open(robot, output);
        robot.interact(robot.lookup("#moreButton").queryAs(MenuButton.class).getItems().getLast()::fire);
        Waiting.until(() -> robot.lookup("#questionText").queryAs(Label.class).getText().contains("34 files"));
        assertThat(output).isNotEmptyDirectory();
        robot.clickOn("#yesButton");
        Waiting.until(() -> wiring.results().verdictProperty().get() == Verdict.NONE);
        assertThat(output).doesNotExist();
        assertThat(wiring.history().runs()).hasSize(1);
    }

    @Test
    void twoRunsAreComparedSideBySide(FxRobot robot) throws Exception {
        open(robot, runs.done(runs.recipe("first", "out-1", 0.01, 1)).folder());
        Waiting.until(() -> wiring.history().runs().size() == 1);
        open(robot, runs.done(runs.recipe("second", "out-2", 0.05, 1)).folder());
        Waiting.until(() -> wiring.history().runs().size() == 2);
        robot.clickOn("#historySegment");
        TableView<?> list = robot.lookup("#runs").queryTableView();
        robot.interact(() -> list.getSelectionModel().selectIndices(0, 1));
        Waiting.until(() -> wiring.history().comparisonProperty().get() != null);
        assertThat(robot.lookup("#comparedRecipe").queryTableView().getItems()).hasSize(3);
        assertThat(robot.lookup("#comparedArtifacts").queryTableView().getItems()).hasSizeGreaterThan(50);
        robot.interact(() -> list.getSelectionModel().clearAndSelect(1));
        robot.clickOn("#forgetButton");
        Waiting.until(() -> wiring.history().runs().size() == 1);
        assertThat(folder.resolve("out-1/_SUCCESS")).exists();
    }
}
