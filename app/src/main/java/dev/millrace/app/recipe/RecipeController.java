package dev.millrace.app.recipe;

import dev.millrace.app.problem.ProblemController;
import dev.millrace.app.recipe.PlanSummary.PassLine;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Desktop;
import dev.millrace.app.view.FullText;
import dev.millrace.app.view.Shown;
import dev.millrace.engine.recipe.Mode;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Recipe's view.
public final class RecipeController {

    private final RecipeViewModel recipe;
    private final Runnable run;
    private final Desktop desktop;
    private final Texts texts;

    @FXML private ProblemController problemController;
    @FXML private Label file;
    @FXML private Label whyNot;
    @FXML private Button copyButton;
    @FXML private Button saveButton;
    @FXML private Button runButton;
    @FXML private Node content;
    @FXML private Node empty;
    @FXML private TextField search;
    @FXML private Label chosenCount;
    @FXML private ListView<FieldChoice> fields;
    @FXML private ComboBox<String> label;
    @FXML private TextField positiveLabel;
    @FXML private NumberField smoothing;
    @FXML private NumberField countThreshold;
    @FXML private NumberField maxUnique;
    @FXML private RadioButton pandasMissing;
    @FXML private RadioButton ownMissing;
    @FXML private TextArea missing;
    @FXML private RadioButton streaming;
    @FXML private RadioButton batch;
    @FXML private NumberField workers;
    @FXML private TextField output;
    @FXML private CheckBox overwrite;
    @FXML private VBox sentences;
    @FXML private VBox passes;
    @FXML private Node planned;
    @FXML private Label unplanned;

    /// @param run starts the run
    public RecipeController(RecipeViewModel recipe, Runnable run, Desktop desktop, Texts texts) {
        this.recipe = recipe;
        this.run = run;
        this.desktop = desktop;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        bindHeader();
        bindFields(recipe.form());
        bindRun(recipe.runForm());
        recipe.summaryProperty().subscribe(this::show);
        Shown.when(recipe.projectProperty().isNotNull(), content);
        Shown.when(recipe.projectProperty().isNull(), empty);
    }

    private void bindHeader() {
        problemController.bind(recipe.problemProperty());
        file.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::fileText,
                                recipe.fileProperty(),
                                recipe.unsavedProperty(),
                                recipe.projectProperty()));
        whyNot.textProperty().bind(recipe.whyNotProperty());
        Shown.when(recipe.whyNotProperty().isNotEmpty().and(recipe.projectProperty().isNotNull()), whyNot);
        runButton.disableProperty().bind(recipe.runnableProperty().not());
        copyButton.disableProperty().bind(recipe.runnableProperty().not());
        saveButton.disableProperty().bind(recipe.runnableProperty().not().or(recipe.unsavedProperty().not()));
        FullText.asTooltip(file);
    }

    private void bindFields(RiskTableForm form) {
        search.textProperty().bindBidirectional(form.fields().searchProperty());
        fields.setItems(form.fields().shown());
        fields.setCellFactory(_ -> new FieldCell());
        fields.setOnKeyPressed(event -> {
            FieldChoice choice = fields.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && choice != null) {
                choice.chosenProperty().set(!choice.isChosen());
            }
        });
        chosenCount
                .textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        texts.of(
                                                "recipe.fields.count",
                                                form.fields().chosen().size(),
                                                form.fields().all().size()),
                                form.fields().all()));
        label.setItems(form.columns());
        label.valueProperty().bindBidirectional(form.labelProperty());
        positiveLabel.textProperty().bindBidirectional(form.positiveLabelProperty());
        smoothing.bind(form.smoothing());
        countThreshold.bind(form.countThreshold());
        maxUnique.bind(form.maxUnique());
        pandasMissing.setSelected(true);
        form.ownMissingProperty().subscribe(own -> (own ? ownMissing : pandasMissing).setSelected(true));
        ownMissing.selectedProperty().subscribe(form.ownMissingProperty()::set);
        missing.textProperty().bindBidirectional(form.missingProperty());
        Shown.when(form.ownMissingProperty(), missing);
    }

    private void bindRun(RunForm form) {
        form.modeProperty().subscribe(mode -> (mode == Mode.STREAMING ? streaming : batch).setSelected(true));
        streaming.selectedProperty().subscribe(chosen -> form.modeProperty().set(chosen ? Mode.STREAMING : Mode.BATCH));
        workers.bind(form.workers());
        workers.disableProperty().bind(form.modeProperty().isEqualTo(Mode.BATCH));
        output.textProperty().bindBidirectional(form.outputProperty());
        overwrite.selectedProperty().bindBidirectional(form.overwriteProperty());
    }

    @FXML
    private void start() {
        run.run();
    }

    @FXML
    private void save() {
        saveThen(() -> {});
    }

    @FXML
    private void copyCommand() {
        if (recipe.unsavedProperty().get()) {
            saveThen(this::copySaved);
        } else {
            copySaved();
        }
    }

    @FXML
    private void chooseOutput() {
        desktop.chooseFolder(texts.of("recipe.output.dialog"))
                .ifPresent(folder -> recipe.runForm().outputProperty().set(folder.toString()));
    }

    private void copySaved() {
        recipe.command().ifPresent(desktop::copy);
    }

    private void saveThen(Runnable then) {
        target().ifPresent(path -> recipe.saveTo(path, then));
    }

    private Optional<Path> target() {
        return Optional.ofNullable(recipe.fileProperty().get())
                .or(() ->
                        recipe.proposedFile()
                                .flatMap(proposed -> desktop.chooseTarget(texts.of("recipe.save.dialog"), proposed)));
    }

    private String fileText() {
        Path path = recipe.fileProperty().get();
        if (recipe.projectProperty().get() == null) {
            return "";
        }
        if (path == null) {
            return texts.of("recipe.file.none");
        }
        return recipe.unsavedProperty().get() ? texts.of("recipe.file.unsaved", path) : path.toString();
    }

    private void show(@Nullable PlanSummary summary) {
        boolean known = summary != null && !summary.equals(PlanSummary.NONE);
        planned.setVisible(known);
        planned.setManaged(known);
        unplanned.setVisible(!known);
        unplanned.setManaged(!known);
        if (summary != null) {
            List<Node> lines = new ArrayList<>();
            summary.sentences().forEach(sentence -> lines.add(bullet(sentence)));
            sentences.getChildren().setAll(lines);
            List<Node> cards = new ArrayList<>();
            summary.passes().forEach(pass -> cards.add(pass(pass)));
            passes.getChildren().setAll(cards);
        }
    }

    private static Node bullet(String sentence) {
        Label text = new Label(sentence);
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        HBox line = new HBox(new FontIcon("mdoal-chevron_right"), text);
        line.getStyleClass().add("plan-sentence");
        return line;
    }

    private static Node pass(PassLine pass) {
        Label title = new Label(pass.title());
        title.getStyleClass().add("plan-pass-title");
        Label detail = new Label(pass.detail());
        detail.getStyleClass().add("plan-pass-detail");
        detail.setWrapText(true);
        detail.setMinHeight(Label.USE_PREF_SIZE);
        VBox card = new VBox(title, detail);
        card.getStyleClass().add("plan-pass");
        return card;
    }
}
