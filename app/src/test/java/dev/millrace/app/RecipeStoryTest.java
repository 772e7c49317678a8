package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.background.ScreenThread;
import dev.millrace.app.recipe.Card;
import dev.millrace.app.recipe.Panel;
import dev.millrace.app.recipe.RecipeEditor;
import dev.millrace.app.recipe.Template;
import dev.millrace.app.run.RunState;
import dev.millrace.app.shell.Place;
import dev.millrace.cli.Millrace;
import dev.millrace.engine.Engine;
import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.recipe.RecipeOverrides;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// The Recipe place as a person uses it: every strategy by its form, keys, undo, recovery, and the command line beside.
@ExtendWith({ApplicationExtension.class, ScreenWatch.class})
class RecipeStoryTest {

    @TempDir Path folder;

    private final TestWiring test = new TestWiring();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private Wiring wiring;
    private RecipeEditor editor;

    @Start
    void start(Stage stage) {
        wiring = test.inBackground(folder, workers, new ScreenThread());
        editor = wiring.recipe().editor();
        stage.setScene(wiring.window(980, 900).scene());
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.toFront();
    }

    @BeforeEach
    void openTheSample(FxRobot robot) throws Exception {
        robot.interact(wiring.home()::openSample);
        Waiting.until(() -> wiring.recipe().runnableProperty().get());
        robot.interact(() -> wiring.shell().placeProperty().set(Place.RECIPE));
    }

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    @Test
    void randomSplitIsConfiguredByItsForm(FxRobot robot) throws Exception {
        startWith(robot, Template.SPLIT);
        type(robot, "trainRatio", "0.8");
        type(robot, "testValRatio", "0.25");
        fire(robot, "#field-stratify .check-box");
        assertThat(strategy())
                .isEqualTo(
                        Map.of(
                                "strategy",
                                "tabular-split",
                                "trainRatio",
                                0.8,
                                "testValRatio",
                                0.25,
                                "stratify",
                                false));
        runnable();
    }

    @Test
    void imputationIsConfiguredByItsForm(FxRobot robot) throws Exception {
        startWith(robot, Template.IMPUTE);
        fire(robot, "#field-numerical #choose-median");
        fire(robot, "#field-text #choose-constant");
        type(robot, "text #field-constant", "none given");
        pickEntry(robot, "age");
        robot.interact(() -> combo(robot, "#field-columns #field-age .combo-box").setValue("mean"));
        pick(robot, "exclude", "txn_id");
        assertThat(strategy())
                .containsEntry("numerical", "median")
                .containsEntry("text", Map.of("strategy", "constant", "constant", "none given"))
                .containsEntry("columns", Map.of("age", "mean"))
                .containsEntry("exclude", List.of("txn_id"));
        runnable();
    }

    @Test
    void riskMappingIsConfiguredByItsForm(FxRobot robot) throws Exception {
        startWith(robot, Template.RISK);
        fire(robot, "#field-fields .value-chip");
        pick(robot, "fields", "velocity_7d");
        type(robot, "smoothFactor", "0.05");
        type(robot, "countThreshold", "20");
        type(robot, "maxUniqueThreshold", "50");
        type(robot, "positiveLabel", "0");
        assertThat(strategy())
                .containsEntry("smoothFactor", 0.05)
                .containsEntry("countThreshold", 20L)
                .containsEntry("maxUniqueThreshold", 50L)
                .containsEntry("positiveLabel", "0");
        assertThat(String.valueOf(strategy().get("fields")))
                .contains("velocity_7d")
                .doesNotContain("merchant_category");
        runnable();
    }

    @Test
    void samplingIsConfiguredByItsForm(FxRobot robot) throws Exception {
        startWith(robot, Template.SAMPLE);
        pick(robot, "strataColumn", "channel");
        type(robot, "targetSize", "600");
        fire(robot, "#field-allocation #choose-external_proportional");
        addTyped(robot, "referenceCounts", "web");
        type(robot, "referenceCounts #field-web", "900");
        type(robot, "multiplier", "0.5");
        fire(robot, "#field-replacement .check-box");
        assertThat(strategy())
                .containsEntry("strataColumn", "channel")
                .containsEntry("targetSize", 600L)
                .containsEntry("allocation", "external_proportional")
                .containsEntry("referenceCounts", Map.of("web", 900L))
                .containsEntry("multiplier", 0.5)
                .containsEntry("replacement", true);
        runnable();
    }

    @Test
    void temporalSplitIsConfiguredByItsForm(FxRobot robot) throws Exception {
        startWith(robot, Template.TEMPORAL);
        Waiting.until(() -> wiring.recipe().whyNotProperty().get().contains("Split date"));
        type(robot, "splitDate", "2024-05-01");
        pick(robot, "dateColumn", "txn_date");
        type(robot, "trainRatio", "0.75");
        fire(robot, "#field-ootAlias #choose-test");
        robot.interact(() -> combo(robot, "#field-dateFormat .combo-box").setValue("iso"));
        assertThat(strategy())
                .containsEntry("dateColumn", "txn_date")
                .containsEntry("groupColumn", "customer_id")
                .containsEntry("splitDate", "2024-05-01")
                .containsEntry("trainRatio", 0.75)
                .containsEntry("dateFormat", "iso")
                .containsEntry("ootAlias", "test");
        runnable();
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

    private void startWith(FxRobot robot, Template template) throws Exception {
        fire(robot, "#galleryTab");
        fire(robot, "#start-" + template.name().toLowerCase(TestWiring.LOCALE));
        Waiting.settle();
    }

    /// Types into the box of a field, wherever in the form it is.
    private static void type(FxRobot robot, String key, String text) {
        TextInputControl box = robot.lookup("#field-" + key + " .text-field").queryAs(TextInputControl.class);
        robot.interact(() -> {
            box.requestFocus();
            box.clear();
        });
        robot.write(text);
    }

    private static void addTyped(FxRobot robot, String key, String name) {
        TextInputControl box = robot.lookup("#field-" + key + " #add-entry").queryAs(TextInputControl.class);
        robot.interact(box::requestFocus);
        robot.write(name).push(KeyCode.ENTER);
    }

    private static void fire(FxRobot robot, String query) {
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

    @SuppressWarnings("unchecked")
    private static ComboBox<String> combo(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(ComboBox.class);
    }

    private void pickEntry(FxRobot robot, String column) {
        robot.interact(() -> combo(robot, "#field-columns #add-entry").setValue(column));
    }

    /// Searches for a column among all and chooses it with the keyboard.
    private static void pick(FxRobot robot, String key, String column) {
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
    private Map<String, Object> strategy() {
        return (Map<String, Object>) editor.document().value("/strategies/0").orElseThrow();
    }

    private List<String> titles() {
        return editor.cards().stream().filter(card -> card.kind() == Card.Kind.STRATEGY).map(Card::title).toList();
    }

    /// The engine finds nothing wrong with what the form wrote, on the disk as on the screen.
    private void runnable() throws Exception {
        Waiting.settle();
        Waiting.until(() -> wiring.recipe().recipe().isPresent());
        Path copy = folder.resolve("copy.millrace.json");
        Waiting.now(() -> wiring.recipe().file().saveTo(copy, () -> {}));
        Waiting.until(() -> Files.exists(copy));
        assertThat(new Engine().check(copy, RecipeOverrides.NONE)).isEmpty();
    }
}
