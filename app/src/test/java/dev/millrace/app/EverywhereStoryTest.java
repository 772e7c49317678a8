package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.data.GridProbe;
import dev.millrace.app.run.RunState;
import dev.millrace.app.shell.Place;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What holds wherever a person is: first start, palette, settings, keys.
class EverywhereStoryTest extends Story {

    private static final int MOST_ACTIONS = 12;

    private Stage stage;
    private int actions;

    @Start
    void start(Stage shown) {
        stage = shown;
        open(stage, 760);
    }

    private void click(FxRobot robot, String query) {
        actions++;
        robot.clickOn(query);
    }

    private static void chord(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
    }

    private Node shown(FxRobot robot, String query) {
        return robot.lookup(query).queryAll().stream().findFirst().orElseThrow();
    }

    private void openPalette(FxRobot robot, String typed) throws Exception {
        chord(robot, KeyCode.K);
        Waiting.until(() -> shown(robot, "#paletteText").isFocused());
        robot.write(typed);
        ListView<?> found = robot.lookup("#paletteFound").queryListView();
        Waiting.until(() ->
                wiring.palette().typedProperty().get().equals(typed)
                        && found.getSelectionModel().getSelectedIndex() == 0);
    }

    @Test
    @Timeout(60)
    void firstStartToAFinishedStreamingRunTakesFewActions(FxRobot robot) throws Exception {
        click(robot, "#sampleCard");
        Waiting.until(() -> wiring.shell().placeProperty().get() == Place.DATA);
        Waiting.until(() -> wiring.recipe().runnableProperty().get());
        click(robot, "#nextButton");
        Waiting.until(() -> wiring.shell().placeProperty().get() == Place.RECIPE);
        click(robot, "#runButton");
        Waiting.until(() -> wiring.run().stateProperty().get() == RunState.DONE);
        assertThat(wiring.run().titleProperty().get()).endsWith("Streaming");
        assertThat(folder.resolve("out/_SUCCESS")).exists();
        assertThat(actions).isLessThan(MOST_ACTIONS);
    }

    @Test
    void paletteGoesToAColumnByKeysOnly(FxRobot robot) throws Exception {
        robot.interact(wiring.home()::openSample);
        Waiting.until(() -> wiring.data().rows().countProperty().get().complete());
        chord(robot, KeyCode.DIGIT1);
        openPalette(robot, "velo1");
        robot.type(KeyCode.ENTER);
        Waiting.until(() -> wiring.shell().placeProperty().get() == Place.DATA);
        Waiting.until(() -> GridProbe.column(stage.getScene()) == 8);
        assertThat(shown(robot, "#paletteOverlay").isVisible()).isFalse();
    }

    @Test
    void paletteRunsTheRecipe(FxRobot robot) throws Exception {
        robot.interact(wiring.home()::openSample);
        Waiting.until(() -> wiring.recipe().runnableProperty().get());
        openPalette(robot, "run the");
        robot.type(KeyCode.ENTER);
        Waiting.until(() -> wiring.run().stateProperty().get() == RunState.DONE);
    }

    @Test
    void escapeClosesThePaletteAndTheFocusIsWhereItWas(FxRobot robot) throws Exception {
        Node before = stage.getScene().getFocusOwner();
        openPalette(robot, "sett");
        chord(robot, KeyCode.DIGIT4);
        robot.type(KeyCode.TAB, 3);
        assertThat(wiring.shell().placeProperty().get()).isEqualTo(Place.HOME);
        assertThat(shown(robot, "#paletteText").isFocused()).isTrue();
        robot.type(KeyCode.ESCAPE);
        Waiting.settle();
        assertThat(stage.getScene().getFocusOwner()).isSameAs(before);
    }

    @Test
    void settingsAreFoundChangedAndReset(FxRobot robot) throws Exception {
        openPalette(robot, "settings");
        robot.type(KeyCode.ENTER);
        Waiting.until(() -> shown(robot, "#settingsOverlay").isVisible());
        robot.clickOn("150 %");
        assertThat(wiring.settings().textSizeProperty().get()).isEqualTo(150);
        robot.clickOn("#confirmsCancel");
        assertThat(wiring.settings().confirmsCancelProperty().get()).isFalse();
        robot.interact(() -> ((Button) shown(robot, "#resetButton")).fire());
        assertThat(wiring.settings().textSizeProperty().get()).isEqualTo(100);
        assertThat(wiring.settings().confirmsCancelProperty().get()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(shown(robot, "#settingsOverlay").isVisible()).isFalse();
    }

    @Test
    void theGuideIsOpenedSearchedAndClosed(FxRobot robot) throws Exception {
        Node before = stage.getScene().getFocusOwner();
        robot.type(KeyCode.F1);
        Waiting.until(() -> robot.lookup("#guideChapters").queryListView().getItems().size() > 5);
        robot.write("quarantine");
        Label title = robot.lookup("#guideTitle").queryAs(Label.class);
        Waiting.until(() -> title.getText().equals("The recipe"));
        assertThat(robot.lookup(".guide-found").queryAll()).isNotEmpty();
        robot.write("zzz");
        Waiting.until(() -> title.getText().isEmpty());
        robot.type(KeyCode.ESCAPE);
        assertThat(shown(robot, "#guideOverlay").isVisible()).isFalse();
        assertThat(stage.getScene().getFocusOwner()).isSameAs(before);
    }

    @Test
    void aboutNamesTheVersionAndTheLibraries(FxRobot robot) throws Exception {
        openPalette(robot, "about");
        robot.type(KeyCode.ENTER);
        TableView<?> libraries = robot.lookup("#aboutLibraries").queryTableView();
        Waiting.until(() -> libraries.getItems().size() > 40);
        assertThat(robot.lookup("#aboutVersion").queryAs(Label.class).getText())
                .startsWith("Millrace ")
                .contains("Java " + Runtime.version());
        robot.type(KeyCode.ESCAPE);
        assertThat(shown(robot, "#aboutOverlay").isVisible()).isFalse();
    }

    @Test
    void textGrowsByKeys(FxRobot robot) {
        chord(robot, KeyCode.EQUALS);
        chord(robot, KeyCode.PLUS);
        assertThat(wiring.settings().textSizeProperty().get()).isEqualTo(150);
        chord(robot, KeyCode.MINUS);
        chord(robot, KeyCode.DIGIT0);
        assertThat(wiring.settings().textSizeProperty().get()).isEqualTo(100);
    }
}
