package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.recipe.Card;
import dev.millrace.app.recipe.RecipeEditor;
import dev.millrace.app.recipe.Template;
import dev.millrace.app.shell.Place;
import dev.millrace.engine.Engine;
import dev.millrace.engine.recipe.RecipeOverrides;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A story of the Recipe place: the sample is open, in the program's surroundings.
abstract class RecipeStory extends Story {

    RecipeEditor editor;

    /// Shows the window.
    final void open(Stage stage) {
        open(stage, 900);
        editor = wiring.recipe().editor();
    }

    @BeforeEach
    void openTheSample(FxRobot robot) throws Exception {
        robot.interact(wiring.home()::openSample);
        Waiting.until(() -> wiring.recipe().runnableProperty().get());
        robot.interact(() -> wiring.shell().placeProperty().set(Place.RECIPE));
    }

    final void startWith(FxRobot robot, Template template) throws Exception {
        fire(robot, "#galleryTab");
        fire(robot, "#start-" + template.name().toLowerCase(TestWiring.LOCALE));
        Waiting.settle();
    }

    /// Types into the box of a field, wherever in the form it is.
    static void type(FxRobot robot, String key, String text) {
        TextInputControl box = robot.lookup("#field-" + key + " .text-field").queryAs(TextInputControl.class);
        robot.interact(() -> {
            box.requestFocus();
            box.clear();
        });
        robot.write(text);
    }

    static void addTyped(FxRobot robot, String key, String name) {
        TextInputControl box = robot.lookup("#field-" + key + " #add-entry").queryAs(TextInputControl.class);
        robot.interact(box::requestFocus);
        robot.write(name).push(KeyCode.ENTER);
    }

    @SuppressWarnings("unchecked")
    static ComboBox<String> combo(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(ComboBox.class);
    }

    final void pickEntry(FxRobot robot, String column) {
        robot.interact(() -> combo(robot, "#field-columns #add-entry").setValue(column));
    }

    /// Searches for a column among all and chooses it with the keyboard.
    static void pick(FxRobot robot, String key, String column) {
        String picker = "#field-" + key + " ";
        Node panel = robot.lookup(picker + ".picker-panel").query();
        if (!panel.isVisible()) {
            fire(robot, picker + ".picker-opener");
        }
        fire(robot, picker + ".picker-search .segment");
        TextInputControl search = robot.lookup(picker + ".picker-search .text-field").queryAs(TextInputControl.class);
        robot.interact(() -> {
            search.requestFocus();
            search.clear();
        });
        robot.write(column);
        ListView<?> list = robot.lookup(picker + ".checklist").queryListView();
        assertThat(list.getItems()).hasSize(1);
        if (!robot.lookup(picker + ".picker-opener").queryAs(Button.class).getText().equals(column)) {
            robot.push(KeyCode.ENTER);
        }
    }

    @SuppressWarnings("unchecked")
    final Map<String, Object> strategy() {
        return (Map<String, Object>) editor.document().value("/strategies/0").orElseThrow();
    }

    final List<String> titles() {
        return editor.cards().stream().filter(card -> card.kind() == Card.Kind.STRATEGY).map(Card::title).toList();
    }

    /// The engine finds nothing wrong with what the form wrote, on the disk as on the screen.
    final void runnable() throws Exception {
        Waiting.settle();
        Waiting.until(() -> wiring.recipe().recipe().isPresent());
        Path copy = folder.resolve("copy.millrace.json");
        Waiting.now(() -> wiring.recipe().file().saveTo(copy, () -> {}));
        Waiting.until(() -> Files.exists(copy));
        assertThat(new Engine().check(copy, RecipeOverrides.NONE)).isEmpty();
    }
}
