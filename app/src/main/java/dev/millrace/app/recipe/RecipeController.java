package dev.millrace.app.recipe;

import dev.millrace.app.action.Action;
import dev.millrace.app.home.HomeViewModel;
import dev.millrace.app.problem.ProblemController;
import dev.millrace.app.project.UnsavedWork;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Desktop;
import dev.millrace.app.view.FullText;
import dev.millrace.app.view.Shown;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/// Recipe's view.
public final class RecipeController {

    private static final double WIDE = 3.3;
    private static final PseudoClass SAMPLING = PseudoClass.getPseudoClass("sampling");

    private final RecipeViewModel recipe;
    private final RecipeEditor editor;
    private final FileActions files;
    private final Runnable run;
    private final Runnable showHome;
    private final Desktop desktop;
    private final Texts texts;
    private final Figures figures;

    @FXML private VBox place;
    @FXML private ProblemController problemController;
    @FXML private Label file;
    @FXML private Node recovery;
    @FXML private Label recoveryText;
    @FXML private Button whyNot;
    @FXML private MenuButton fileButton;
    @FXML private Button undoButton;
    @FXML private Button redoButton;
    @FXML private Button copyButton;
    @FXML private Button runButton;
    @FXML private Node content;
    @FXML private Node empty;
    @FXML private VBox cardsColumn;
    @FXML private CardList cards;
    @FXML private Button addButton;
    @FXML private Button upButton;
    @FXML private Button downButton;
    @FXML private Button duplicateButton;
    @FXML private Button removeButton;
    @FXML private ToggleButton formTab;
    @FXML private ToggleButton planTab;
    @FXML private ToggleButton jsonTab;
    @FXML private ToggleButton galleryTab;
    @FXML private FormPane form;
    @FXML private OutlookPane narrowPlan;
    @FXML private JsonPane json;
    @FXML private GalleryPane gallery;
    @FXML private Node side;
    @FXML private OutlookPane plan;

    /// @param home opens recipes, and knows the recent ones
    /// @param run starts the run
    /// @param showHome goes to where something can be opened
    public RecipeController(
            RecipeViewModel recipe,
            HomeViewModel home,
            Runnable run,
            Runnable showHome,
            Desktop desktop,
            Texts texts,
            Figures figures) {
        this.figures = figures;
        this.recipe = recipe;
        this.editor = recipe.editor();
        this.files = new FileActions(recipe, home, desktop, texts);
        this.run = run;
        this.showHome = showHome;
        this.desktop = desktop;
        this.texts = texts;
    }

    @FXML
    private void goHome() {
        showHome.run();
    }

    @FXML
    private void initialize() {
        Shown.when(recipe.projectProperty().isNotNull(), content);
        Shown.when(recipe.projectProperty().isNull(), empty);
        problemController.bind(recipe.problemProperty());
        bindHeader();
        bindBanners();
        cards.bind(editor, texts);
        bindCardButtons();
        bindPanels();
    }

    private void bindHeader() {
        file.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::fileText,
                                recipe.file().pathProperty(),
                                recipe.file().unsavedProperty(),
                                recipe.projectProperty()));
        FullText.asTooltip(file);
        runButton.disableProperty().bind(recipe.runnableProperty().not());
        copyButton.disableProperty().bind(recipe.projectProperty().isNull());
        bindStep(undoButton, editor.history().undoableProperty(), "recipe.undo");
        bindStep(redoButton, editor.history().redoableProperty(), "recipe.redo");
        fileButton.setOnShowing(_ -> files.fill(fileButton));
        files.fill(fileButton);
    }

    private void bindStep(Button button, ReadOnlyStringProperty label, String key) {
        button.disableProperty().bind(label.isEmpty());
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(label.map(step -> texts.of(key, step)));
        button.setTooltip(tooltip);
        button.accessibleTextProperty().bind(tooltip.textProperty());
    }

    private void bindBanners() {
        whyNot.textProperty().bind(recipe.whyNotProperty());
        Shown.when(recipe.whyNotProperty().isNotEmpty().and(recipe.projectProperty().isNotNull()), whyNot);
        Shown.when(recipe.file().foundProperty().isNotNull(), recovery);
        recovery.setFocusTraversable(false);
        recipe.file().foundProperty().subscribe(work -> recoveryText.setText(work == null ? "" : found(work)));
    }

    private String found(UnsavedWork work) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return texts.of("recipe.recovery", format.format(work.when().atZone(ZoneId.systemDefault())));
    }

    private void bindCardButtons() {
        BooleanBinding none =
                Bindings.createBooleanBinding(() -> editor.strategy() < 0, editor.selectedProperty(), editor.cards());
        duplicateButton.disableProperty().bind(none);
        removeButton.disableProperty().bind(none);
        upButton.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> editor.strategy() < 1, editor.selectedProperty(), editor.cards()));
        downButton
                .disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> editor.strategy() < 0 || editor.strategy() == editor.document().strategies() - 1,
                                editor.selectedProperty(),
                                editor.cards()));
    }

    private void bindPanels() {
        gallery.bind(editor, texts);
        editor.formProperty().subscribe(shown -> form.show(shown, desktop, texts));
        plan.bind(recipe, texts, figures);
        plan.samplingProperty().subscribe(now -> side.pseudoClassStateChanged(SAMPLING, now));
        narrowPlan.bind(recipe, texts, figures);
        BooleanBinding wide = place.widthProperty().greaterThan(cardsColumn.minWidthProperty().multiply(WIDE));
        Shown.when(wide, side);
        Shown.when(wide.not(), planTab);
        bindPanel(formTab, Panel.FORM, form);
        bindPanel(planTab, Panel.PLAN, narrowPlan);
        bindPanel(jsonTab, Panel.JSON, json);
        bindPanel(galleryTab, Panel.GALLERY, gallery);
        json.bind(editor, texts);
        wide.subscribe(now -> {
            if (now && editor.panelProperty().get() == Panel.PLAN) {
                editor.panelProperty().set(Panel.FORM);
            }
        });
    }

    private void bindPanel(ToggleButton tab, Panel panel, Node view) {
        Shown.when(editor.panelProperty().isEqualTo(panel), view);
        editor.panelProperty().subscribe(shown -> tab.setSelected(shown == panel));
        tab.setOnAction(_ -> {
            editor.panelProperty().set(panel);
            tab.setSelected(true);
        });
    }

    /// What can be done here. Undoing is the recipe's and not a text box's, wherever the focus is.
    public List<Action> actions() {
        ObservableValue<Boolean> isOpen = recipe.projectProperty().isNotNull();
        return List.of(
                action("undo", texts.of("action.undo"), this::undo, undoButton).onShortcut(KeyCode.Z),
                action("redo", texts.of("action.redo"), this::redo, redoButton)
                        .onShiftShortcut(KeyCode.Z)
                        .onShortcut(KeyCode.Y),
                Action.of("save", texts.of("action.save"), files::save).onShortcut(KeyCode.S).when(isOpen),
                Action.of("saveAs", texts.of("action.saveAs"), files::saveAs).onShiftShortcut(KeyCode.S).when(isOpen),
                action("copyCommand", texts.of("action.copyCommand"), this::copyCommand, copyButton)
                        .onShiftShortcut(KeyCode.C),
                Action.of("nextMistake", texts.of("action.nextMistake"), () -> showProblem(1))
                        .on(KeyCode.F8)
                        .when(whyNot.visibleProperty()),
                Action.of("previousMistake", texts.of("action.previousMistake"), () -> showProblem(-1))
                        .on(KeyCode.F8, KeyCombination.SHIFT_DOWN)
                        .when(whyNot.visibleProperty()),
                action("addStrategy", texts.of("action.addStrategy"), this::add, addButton)
                        .on(KeyCode.INSERT)
                        .within(cards),
                action("moveUp", texts.of("action.moveUp"), this::moveUp, upButton)
                        .on(KeyCode.UP, KeyCombination.ALT_DOWN)
                        .within(cards),
                action("moveDown", texts.of("action.moveDown"), this::moveDown, downButton)
                        .on(KeyCode.DOWN, KeyCombination.ALT_DOWN)
                        .within(cards),
                action("duplicate", texts.of("action.duplicate"), this::duplicate, duplicateButton)
                        .onShortcut(KeyCode.D)
                        .within(cards),
                action("remove", texts.of("action.remove"), this::remove, removeButton)
                        .on(KeyCode.DELETE)
                        .on(KeyCode.BACK_SPACE)
                        .within(cards),
                action("toggle", texts.of("action.toggle"), () -> editor.toggle(editor.strategy()), removeButton)
                        .on(KeyCode.SPACE)
                        .within(cards));
    }

    /// An action that can be done whenever its button can be pressed.
    private static Action action(String id, String words, Runnable work, Button button) {
        return Action.of(id, words, work).when(button.disableProperty().not());
    }

    @FXML
    private void start() {
        run.run();
    }

    @FXML
    private void undo() {
        editor.history().undo();
    }

    @FXML
    private void redo() {
        editor.history().redo();
    }

    @FXML
    private void add() {
        editor.panelProperty().set(Panel.GALLERY);
    }

    @FXML
    private void moveUp() {
        editor.move(-1);
    }

    @FXML
    private void moveDown() {
        editor.move(1);
    }

    @FXML
    private void duplicate() {
        editor.duplicate();
    }

    @FXML
    private void remove() {
        editor.remove();
    }

    @FXML
    private void restore() {
        recipe.file().restore(texts.of("recipe.edit.restore"));
    }

    @FXML
    private void leave() {
        recipe.file().leave();
    }

    @FXML
    private void showWhyNot() {
        showProblem(1);
    }

    private void showProblem(int step) {
        recipe.showProblem(step);
        form.focusMistake();
    }

    @FXML
    private void copyCommand() {
        files.copyCommand();
    }

    private String fileText() {
        Path path = recipe.file().pathProperty().get();
        if (recipe.projectProperty().get() == null) {
            return "";
        }
        if (path == null) {
            return texts.of("recipe.file.none");
        }
        return recipe.file().unsavedProperty().get() ? texts.of("recipe.file.unsaved", path) : path.toString();
    }
}
