package dev.millrace.app.results;

import dev.millrace.app.problem.ProblemBlock;
import dev.millrace.app.problem.ProblemController;
import dev.millrace.app.run.Beginning;
import dev.millrace.app.run.RunState;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Desktop;
import dev.millrace.app.view.Shown;
import dev.millrace.engine.recipe.Recipe;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/// Results' view.
public final class ResultsController {

    private static final int MOST_OF_NAME = 40;
    private static final int MOST_OF_FOLDER = 24;

    private final ResultsViewModel results;
    private final Navigation navigation;
    private final Desktop desktop;
    private final Texts texts;
    private final Figures figures;

    /// What the view asks of the window.
    ///
    /// @param start runs a recipe
    /// @param showRun goes to the run
    /// @param run where the window's run is
    public record Navigation(BiConsumer<Recipe, Beginning> start, Runnable showRun, ObservableValue<RunState> run) {}

    @FXML private ProblemController problemController;
    @FXML private Label verdictChip;
    @FXML private FontIcon verdictIcon;
    @FXML private Label origin;
    @FXML private HBox actions;
    @FXML private Button verifyButton;
    @FXML private Button reportButton;
    @FXML private Button resumeButton;
    @FXML private Button againButton;
    @FXML private MenuItem removeItem;
    @FXML private ToggleButton runSegment;
    @FXML private ToggleButton historySegment;
    @FXML private VBox messages;
    @FXML private Label notice;
    @FXML private VBox questionCard;
    @FXML private Label questionTitle;
    @FXML private Label questionText;
    @FXML private Button yesButton;
    @FXML private Button noButton;
    @FXML private Node empty;
    @FXML private Node loading;
    @FXML private Node refused;
    @FXML private Node scroll;
    @FXML private Node content;
    @FXML private FontIcon sentenceIcon;
    @FXML private Label sentence;
    @FXML private FlowPane facts;
    @FXML private VBox shares;
    @FXML private VBox warnings;
    @FXML private VBox verification;
    @FXML private HBox sections;
    @FXML private StackPane section;
    @FXML private Node history;

    public ResultsController(
            ResultsViewModel results, Navigation navigation, Desktop desktop, Texts texts, Figures figures) {
        this.results = results;
        this.navigation = navigation;
        this.desktop = desktop;
        this.texts = texts;
        this.figures = figures;
    }

    @FXML
    private void initialize() {
        bindPlaces();
        bindActions();
        bindMessages();
        verification.getChildren().setAll(new VerificationStrip(results.verification(), texts, figures));
        SharesBar bar = new SharesBar();
        shares.getChildren().setAll(bar);
        results.summaryProperty()
                .subscribe(summary -> {
                    show(summary);
                    bar.show(summary.shares());
                });
        new SectionPanes(results, sections, section, desktop, texts, figures).install();
    }

    private BooleanBinding is(Class<? extends ResultsState> wanted) {
        return Bindings.createBooleanBinding(
                () -> wanted.isInstance(results.stateProperty().get()) && !results.historyShownProperty().get(),
                results.stateProperty(),
                results.historyShownProperty());
    }

    private void bindPlaces() {
        ToggleGroup group = new ToggleGroup();
        runSegment.setToggleGroup(group);
        historySegment.setToggleGroup(group);
        results.historyShownProperty().subscribe(shown -> group.selectToggle(shown ? historySegment : runSegment));
        runSegment.setOnAction(_ -> results.historyShownProperty().set(!runSegment.isSelected()));
        historySegment.setOnAction(_ -> results.historyShownProperty().set(historySegment.isSelected()));
        Shown.when(is(ResultsState.Empty.class), empty);
        Shown.when(is(ResultsState.Loading.class), loading);
        Shown.when(is(ResultsState.Failed.class), refused);
        BooleanBinding hasRun = is(ResultsState.InFolder.class).or(is(ResultsState.Remembered.class));
        Shown.when(hasRun, scroll, actions, verdictChip, origin);
        Shown.when(results.historyShownProperty(), history);
        Shown.when(results.historyShownProperty().not(), messages);
    }

    private void bindActions() {
        BooleanBinding isFinished =
                Bindings.createBooleanBinding(
                        () -> results.stateProperty().get().finished() != null, results.stateProperty());
        BooleanBinding isLive =
                Bindings.createBooleanBinding(() -> navigation.run().getValue().isLive(), navigation.run());
        Shown.when(isFinished, verifyButton, reportButton);
        removeItem.disableProperty().bind(isFinished.not().or(isLive));
        verifyButton
                .disableProperty()
                .bind(results.verification().phaseProperty().isEqualTo(VerificationViewModel.Phase.RUNNING));
        Shown.when(Bindings.createBooleanBinding(results::isResumable, results.stateProperty()), resumeButton);
        resumeButton.disableProperty().bind(isLive);
        againButton.disableProperty().bind(isLive);
        againButton
                .textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> texts.of(results.isResumable() ? "results.anew" : "results.again"),
                                results.stateProperty()));
    }

    private void bindMessages() {
        problemController.bind(
                Bindings.createObjectBinding(
                        () ->
                                results.stateProperty().get() instanceof ResultsState.Failed failed
                                        ? failed.report()
                                        : results.problemProperty().get() != null
                                                ? results.problemProperty().get()
                                                : results.verification().problemProperty().get(),
                        results.stateProperty(),
                        results.problemProperty(),
                        results.verification().problemProperty()));
        notice.textProperty().bind(results.noticeProperty());
        Shown.when(results.noticeProperty().isNotEmpty(), notice);
        Shown.when(results.questionProperty().isNotNull(), questionCard);
        results.questionProperty().subscribe(this::ask);
    }

    private void ask(@Nullable Question question) {
        if (question == null) {
            return;
        }
        questionTitle.setText(question.title());
        questionText.setText(question.text());
        yesButton.setText(question.yes());
        yesButton.getStyleClass().removeAll("danger", "accent");
        yesButton.getStyleClass().add(question.danger() ? "danger" : "accent");
        questionCard.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), question.danger());
        noButton.requestFocus();
    }

    private void show(ResultsSummary summary) {
        Verdict verdict = summary.verdict();
        verdictChip.setText(texts.of(verdict));
        verdictIcon.setIconLiteral(icon(verdict));
        sentenceIcon.setIconLiteral(icon(verdict));
        for (Verdict each : Verdict.values()) {
            PseudoClass state = PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT));
            verdictChip.pseudoClassStateChanged(state, each == verdict);
            content.pseudoClassStateChanged(state, each == verdict);
        }
        origin.setText(
                texts.of("results.title", shortened(summary.name()), summary.origin(), lastOf(summary.folder())));
        origin.setTooltip(
                new Tooltip(texts.of("results.title.whole", summary.name(), summary.origin(), summary.folder())));
        sentence.setText(summary.sentence());
        facts.getChildren().setAll(summary.facts().stream().map(ResultsController::fact).toList());
        List<Node> lines = new ArrayList<>();
        summary.problems().forEach(problem -> lines.add(problem(new ProblemBlock(problem))));
        summary.places().forEach(place -> lines.add(problem(new ProblemBlock(place))));
        if (!summary.places().isEmpty()) {
            lines.add(hint(texts.of("results.places")));
        }
        summary.warnings().forEach(warning -> lines.add(line(warning, "mdomz-warning")));
        warnings.getChildren().setAll(lines);
        warnings.setVisible(!lines.isEmpty());
        warnings.setManaged(!lines.isEmpty());
        shares.setVisible(!summary.shares().isEmpty());
        shares.setManaged(!summary.shares().isEmpty());
        facts.setVisible(!summary.facts().isEmpty());
        facts.setManaged(!summary.facts().isEmpty());
    }

    /// A long name leaves room for what else is told of a run; Recipe has it in full.
    private static String shortened(String name) {
        return name.length() <= MOST_OF_NAME ? name : name.substring(0, MOST_OF_NAME - 1).strip() + "…";
    }

    /// The end of a long path.
    private static String lastOf(String folder) {
        return folder.length() <= MOST_OF_FOLDER ? folder : "…/" + Path.of(folder).getFileName();
    }

    private static String icon(Verdict verdict) {
        return switch (verdict) {
            case NONE, GONE, REPLACED -> "mdoal-history";
            case COMPLETE -> "mdoal-check_circle";
            case DAMAGED, FAILED -> "mdoal-error";
            case UNFINISHED -> "mdoal-hourglass_empty";
            case CANCELLED -> "mdoal-cancel";
        };
    }

    private static Node fact(ResultsSummary.Fact fact) {
        Label name = new Label(fact.name());
        name.getStyleClass().add("fact-name");
        Label value = new Label(fact.value());
        value.getStyleClass().add("fact-value");
        VBox block = new VBox(name, value);
        block.getStyleClass().add("fact");
        return block;
    }

    private static Node problem(ProblemBlock block) {
        HBox line = new HBox(new FontIcon("mdoal-error"), block);
        line.getStyleClass().add("result-problem");
        return line;
    }

    private static Node hint(String text) {
        Label hint = new Label(text);
        hint.getStyleClass().addAll("hint", "result-hint");
        hint.setWrapText(true);
        hint.setMinHeight(Label.USE_PREF_SIZE);
        return hint;
    }

    private static Node line(String text, String icon) {
        Label line = new Label(text, new FontIcon(icon));
        line.getStyleClass().add("warning-line");
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        return line;
    }

    @FXML
    private void verify() {
        results.verify();
    }

    @FXML
    private void writeReport() {
        results.proposedReport()
                .flatMap(proposed -> desktop.chooseReport(texts.of("results.report.dialog"), proposed))
                .ifPresent(results::writeReport);
    }

    @FXML
    private void resume() {
        results.resume(navigation.start());
    }

    @FXML
    private void runAgain() {
        results.runAgain(navigation.start());
    }

    @FXML
    private void remove() {
        results.askRemoval();
    }

    @FXML
    private void answerYes() {
        results.answer(true);
    }

    @FXML
    private void answerNo() {
        results.answer(false);
    }

    @FXML
    private void goToRun() {
        navigation.showRun().run();
    }

    @FXML
    private void openOther() {
        desktop.chooseFolder(texts.of("results.other.dialog")).ifPresent(results::open);
    }

    @FXML
    private void openFolder() {
        results.folder().ifPresent(desktop::show);
    }

    @FXML
    private void copyPath() {
        results.folder().ifPresent(folder -> desktop.copy(folder.toString()));
    }
}
