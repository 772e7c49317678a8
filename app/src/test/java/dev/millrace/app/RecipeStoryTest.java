package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.background.ScreenThread;
import dev.millrace.app.recipe.Card;
import dev.millrace.app.recipe.Panel;
import dev.millrace.app.recipe.Template;
import dev.millrace.app.run.RunState;
import dev.millrace.cli.Millrace;
import dev.millrace.engine.recipe.RecipeDocument;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The Recipe place as a person uses it: keys, undo, recovery, and the command line beside.
class RecipeStoryTest extends RecipeStory {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void invalidFormCannotRunAndSaysWhichCardAndField(FxRobot robot) throws Exception {
        type(robot, "smoothFactor", "2");
        Waiting.until(() -> !wiring.recipe().runnableProperty().get());
        assertThat(wiring.recipe().whyNotProperty().get()).startsWith("Risk-table mapping › Smoothing factor: Found 2");
        assertThat(robot.lookup("#runButton").queryAs(Button.class).isDisabled()).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        Waiting.settle();
        assertThat(wiring.run().stateProperty().get()).isEqualTo(RunState.IDLE);
        robot.interact(() -> editor.selectedProperty().set(0));
        robot.push(KeyCode.F8);
        assertThat(editor.selectedProperty().get()).isEqualTo(1);
        Node box = robot.lookup("#field-smoothFactor .text-field").query();
        assertThat(box.isFocused()).isTrue();
    }

    @Test
    void strategiesArePutInOrderSwitchedAndRemovedByKeys(FxRobot robot) throws Exception {
        robot.interact(() -> editor.startWith(Template.TRAINING_SET));
        robot.interact(() -> robot.lookup("#cards").query().requestFocus());
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(titles()).containsExactly("Missing-value imputation", "Random split", "Risk-table mapping");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ALT, KeyCode.UP);
        assertThat(titles()).containsExactly("Missing-value imputation", "Risk-table mapping", "Random split");
        robot.push(KeyCode.SPACE);
        assertThat(editor.cards().get(2).state()).isEqualTo(Card.State.OFF);
        robot.push(KeyCode.CONTROL, KeyCode.D);
        robot.push(KeyCode.DELETE);
        robot.push(KeyCode.DELETE);
        assertThat(titles()).containsExactly("Missing-value imputation", "Risk-table mapping");
        robot.push(KeyCode.INSERT);
        assertThat(editor.panelProperty().get()).isEqualTo(Panel.GALLERY);
    }

    @Test
    void keysUndoToTheBeginningEvenFromABox(FxRobot robot) throws Exception {
        RecipeDocument first = editor.document();
        type(robot, "smoothFactor", "0.5");
        robot.interact(() -> editor.add(Template.SPLIT));
        type(robot, "trainRatio", "0.6");
        for (int i = 0; i < 3; i++) {
            robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        }
        assertThat(editor.document()).isEqualTo(first);
        assertThat(robot.lookup("#undoButton").queryAs(Button.class).isDisabled()).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(editor.document().text("/strategies/0/strategy")).isEqualTo("risk-table-mapping");
        assertThat(editor.document().value("/strategies/0/smoothFactor")).contains(0.5);
    }

    @Test
    void recipeIsEditedAsJsonAndUndone(FxRobot robot) throws Exception {
        fire(robot, "#jsonTab");
        TextInputControl json = robot.lookup("#jsonText").queryAs(TextInputControl.class);
        assertThat(json.getText()).contains("\"smoothFactor\" : 0.01");
        robot.interact(() -> json.setText(json.getText().replace("0.01", "0.02")));
        assertThat(editor.document().value("/strategies/0/smoothFactor")).contains(0.02);
        robot.interact(() -> json.setText(json.getText().replace("{", "")));
        assertThat(editor.document().value("/strategies/0/smoothFactor")).as("no JSON is not taken").contains(0.02);
        robot.interact(editor.history()::undo);
        assertThat(json.getText()).contains("\"smoothFactor\" : 0.01");
    }

    @Test
    void unsavedWorkIsOfferedAfterACrashAndRestored(FxRobot robot) throws Exception {
        Path recipe = folder.resolve("fraud-risk.millrace.json");
        String saved = Files.readString(recipe);
        type(robot, "smoothFactor", "0.77");
        Waiting.until(() -> Files.exists(folder.resolve("drafts")) && kept().contains("0.77"));
        // another start of the program, which knows only what is on the disk
        Wiring next = test.inBackground(folder, workers, new ScreenThread());
        robot.interact(() -> next.home().open(recipe));
        Waiting.until(() -> next.recipe().file().foundProperty().get() != null);
        assertThat(next.recipe().editor().document().value("/strategies/0/smoothFactor")).contains(0.01);
        robot.interact(() -> next.recipe().file().restore("restore"));
        assertThat(next.recipe().editor().document().value("/strategies/0/smoothFactor")).contains(0.77);
        robot.interact(next.recipe().editor().history()::undo);
        assertThat(next.recipe().editor().document().value("/strategies/0/smoothFactor")).contains(0.01);
        assertThat(Files.readString(recipe)).isEqualTo(saved);
    }

    private String kept() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("drafts"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
                return Files.readString(file);
            }
        }
        return "";
    }

    @Test
    void copiedCommandRunsWhatTheWorkbenchRuns(FxRobot robot) throws Exception {
        robot.interact(() -> editor.startWith(Template.TRAINING_SET));
        type(robot, "trainRatio", "0.6");
        Waiting.until(() -> wiring.recipe().runnableProperty().get());
        fire(robot, "#copyButton");
        Path recipe = folder.resolve("fraud-risk.millrace.json");
        Waiting.until(() -> !test.desktop.copied.isEmpty());
        assertThat(test.desktop.copied).containsExactly("millrace run " + recipe);

        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        Waiting.until(() -> wiring.run().stateProperty().get() == RunState.DONE);
        Path byWorkbench = Files.move(folder.resolve("out"), folder.resolve("by-workbench"));
        StringWriter said = new StringWriter();
        int exit = Millrace.commandLine().setOut(new PrintWriter(said)).execute("run", recipe.toString());
        assertThat(exit).as(said::toString).isZero();
        assertThat(files(folder.resolve("out"))).isEqualTo(files(byWorkbench));
        assertThat(Files.readString(folder.resolve("out/_run/recipe.json")))
                .isEqualTo(Files.readString(byWorkbench.resolve("_run/recipe.json")));
    }

    /// The bytes of all results, by path; what a run tells of itself is left out.
    private static Map<String, String> files(Path out) throws Exception {
        try (Stream<Path> files = Files.walk(out)) {
            Map<String, String> contents = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = out.relativize(file).toString();
                if (!name.startsWith("_run")) {
                    contents.put(name, Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
                }
            }
            return contents;
        }
    }
}
