package dev.millrace.app.run;

import dev.millrace.app.problem.ProblemController;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Desktop;
import dev.millrace.app.view.FullText;
import dev.millrace.app.view.Shown;
import dev.millrace.engine.run.UnfinishedRun;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Run's view. A finished run is shown by the same nodes as a live one.
public final class RunController {

    private final RunViewModel run;
    private final Navigation navigation;
    private final Desktop desktop;
    private final Texts texts;
    private final ShardTiles tiles;

    /// What the view asks of the window.
    ///
    /// @param start runs the recipe
    /// @param cancel cancels the run, if the person means it
    /// @param showRecipe goes to the recipe
    /// @param showResults goes to the results
    public record Navigation(Consumer<Beginning> start, Runnable cancel, Runnable showRecipe, Runnable showResults) {}

    @FXML private ProblemController problemController;
    @FXML private Label title;
    @FXML private Label state;
    @FXML private FontIcon stateIcon;
    @FXML private Button runButton;
    @FXML private Button cancelButton;
    @FXML private Button pauseButton;
    @FXML private FontIcon pauseIcon;
    @FXML private Button resumeButton;
    @FXML private Node empty;
    @FXML private Node content;
    @FXML private Label percent;
    @FXML private ProgressBar bar;
    @FXML private Label rows;
    @FXML private Label rowRate;
    @FXML private Label byteRate;
    @FXML private Label elapsed;
    @FXML private Label left;
    @FXML private Node live;
    @FXML private Node done;
    @FXML private Label verdict;
    @FXML private HBox facts;
    @FXML private VBox warnings;
    @FXML private Label outputPath;
    @FXML private Label cancelledText;
    @FXML private HBox passes;
    @FXML private StackPane board;
    @FXML private Label tile;
    @FXML private GaugeCard processor;
    @FXML private GaugeCard memory;
    @FXML private GaugeCard heap;
    @FXML private ListView<LogEntry> log;

    public RunController(RunViewModel run, Navigation navigation, Desktop desktop, Texts texts, Figures figures) {
        this.run = run;
        this.navigation = navigation;
        this.desktop = desktop;
        this.texts = texts;
        this.tiles = new ShardTiles(texts, figures);
    }

    @FXML
    private void initialize() {
        RunPulse pulse = new RunPulse(run, tiles::refresh);
        run.stateProperty()
                .subscribe(now -> {
                    if (now.isLive()) {
                        pulse.start();
                    } else {
                        pulse.stop();
                        tiles.refresh();
                    }
                    showState(now);
                });
        bindState();
        bindFigures();
        bindResult();
        bindBoard();
        processor.bind(run.gauges().processor());
        memory.bind(run.gauges().memory());
        heap.bind(run.gauges().heap());
        log.setCellFactory(_ -> new LogCell());
        log.setItems(run.log());
        log.scrollTo(run.log().size() - 1);
        run.log().addListener((ListChangeListener<LogEntry>) _ -> log.scrollTo(run.log().size() - 1));
    }

    private void bindState() {
        BooleanBinding isLive =
                Bindings.createBooleanBinding(() -> run.stateProperty().get().isLive(), run.stateProperty());
        BooleanBinding isIdle = is(RunState.IDLE);
        title.textProperty().bind(run.titleProperty());
        cancelButton.disableProperty().bind(isLive.not().or(is(RunState.CANCELLING)));
        Shown.when(isLive, cancelButton);
        Shown.when(isLive, pauseButton);
        Shown.when(isLive.not(), runButton);
        pauseButton.disableProperty().bind(is(RunState.RUNNING).or(is(RunState.PAUSED)).not());
        pauseButton
                .textProperty()
                .bind(Bindings.when(is(RunState.PAUSED)).then(texts.of("run.goOn")).otherwise(texts.of("run.pause")));
        BooleanBinding isUnfinished = run.unfinishedProperty().isNotNull();
        Shown.when(isUnfinished.and(isLive.not()), resumeButton);
        run.unfinishedProperty().subscribe(this::showUnfinished);
        runButton
                .textProperty()
                .bind(
                        Bindings.when(isUnfinished)
                                .then(texts.of("run.anew"))
                                .otherwise(
                                        Bindings.when(isIdle)
                                                .then(texts.of("run.run"))
                                                .otherwise(texts.of("run.again"))));
        Shown.when(isIdle.not(), content);
        Shown.when(isIdle, empty);
        Shown.when(isLive.or(is(RunState.FAILED)).or(is(RunState.CANCELLED)), live);
        left.visibleProperty().bind(is(RunState.RUNNING));
        Shown.when(is(RunState.DONE), done);
        Shown.when(is(RunState.CANCELLED).or(isUnfinished.and(is(RunState.FAILED))), cancelledText);
    }

    private BooleanBinding is(RunState wanted) {
        return Bindings.createBooleanBinding(() -> run.stateProperty().get() == wanted, run.stateProperty());
    }

    private void showState(RunState now) {
        state.setText(texts.of(now));
        pauseIcon.setIconLiteral(now == RunState.PAUSED ? "mdomz-play_arrow" : "mdomz-pause");
        stateIcon.setIconLiteral(
                switch (now) {
                    case IDLE -> "mdoal-hourglass_empty";
                    case PREPARING, RUNNING, CANCELLING -> "mdoal-autorenew";
                    case PAUSED -> "mdomz-pause";
                    case DONE -> "mdoal-check_circle";
                    case FAILED -> "mdoal-error";
                    case CANCELLED -> "mdoal-cancel";
                });
        for (RunState each : RunState.values()) {
            state.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == now);
        }
    }

    private void bindFigures() {
        run.figuresProperty()
                .subscribe(now -> {
                    percent.setText(now.percent());
                    bar.setProgress(now.share());
                    rows.setText(now.rows());
                    rowRate.setText(now.rowRate());
                    byteRate.setText(now.byteRate());
                    elapsed.setText(now.elapsed());
                    left.setText(now.left());
                });
        run.passes().addListener((ListChangeListener<PassProgress>) _ -> showPasses());
        showPasses();
    }

    private void showPasses() {
        List<Node> cards = new ArrayList<>();
        run.passes().forEach(pass -> cards.add(pass(pass)));
        passes.getChildren().setAll(cards);
    }

    private static Node pass(PassProgress pass) {
        Label name = new Label(pass.title());
        name.getStyleClass().add("pass-title");
        Label status = new Label();
        status.getStyleClass().add("pass-status");
        status.textProperty().bind(pass.statusProperty());
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        ProgressBar share = new ProgressBar();
        share.setMaxWidth(Double.MAX_VALUE);
        share.progressProperty().bind(pass.shareProperty());
        share.accessibleTextProperty().bind(pass.statusProperty());
        VBox card = new VBox(new HBox(name, status), share);
        card.getStyleClass().addAll("pane-card", "pass");
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setPrefWidth(1);
        return card;
    }

    private void bindResult() {
        problemController.bind(run.problemProperty());
        Button back = new Button(texts.of("run.backToRecipe"), new FontIcon("mdomz-tune"));
        back.setOnAction(_ -> navigation.showRecipe().run());
        problemController.addAction(back);
        run.summaryProperty().subscribe(this::show);
        run.outputProperty().subscribe(path -> outputPath.setText(path == null ? "" : path.toString()));
        FullText.asTooltip(title, outputPath, verdict);
    }

    private void show(RunSummary summary) {
        verdict.setText(summary.verdict());
        List<Node> nodes = new ArrayList<>();
        summary.facts().forEach(fact -> nodes.add(fact(fact)));
        facts.getChildren().setAll(nodes);
        List<Node> lines = new ArrayList<>();
        summary.warnings().forEach(warning -> lines.add(warning(warning)));
        warnings.getChildren().setAll(lines);
        warnings.setVisible(!lines.isEmpty());
        warnings.setManaged(!lines.isEmpty());
    }

    private static Node fact(RunSummary.Fact fact) {
        Label name = new Label(fact.name());
        name.getStyleClass().add("fact-name");
        Label value = new Label(fact.value());
        value.getStyleClass().add("fact-value");
        VBox block = new VBox(name, value);
        block.getStyleClass().add("fact");
        return block;
    }

    private static Node warning(String text) {
        Label line = new Label(text, new FontIcon("mdomz-warning"));
        line.getStyleClass().add("warning-line");
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        return line;
    }

    private void bindBoard() {
        board.getChildren().setAll(tiles);
        run.boardProperty().subscribe(tiles::setBoard);
        tile.textProperty()
                .bind(
                        Bindings.when(tiles.describedProperty().isEmpty())
                                .then(texts.of("run.tiles.key"))
                                .otherwise(tiles.describedProperty()));
        tiles.setId("tiles");
    }

    private void showUnfinished(@Nullable UnfinishedRun unfinished) {
        runButton.getStyleClass().remove("accent");
        if (unfinished == null) {
            runButton.getStyleClass().add("accent");
        }
        cancelledText.setText(
                unfinished == null
                        ? texts.of("run.cancelled")
                        : texts.of("run.unfinished", unfinished.shardsWritten(), unfinished.shards()));
    }

    @FXML
    private void start() {
        boolean replaces = run.unfinishedProperty().get() != null;
        navigation.start().accept(replaces ? Beginning.REPLACING : Beginning.NEW);
    }

    @FXML
    private void resume() {
        navigation.start().accept(Beginning.RESUMED);
    }

    @FXML
    private void pause() {
        run.pauseOrGoOn();
    }

    @FXML
    private void cancel() {
        navigation.cancel().run();
    }

    @FXML
    private void showResults() {
        navigation.showResults().run();
    }

    @FXML
    private void openFolder() {
        Path path = run.outputProperty().get();
        if (path != null) {
            desktop.show(path);
        }
    }

    @FXML
    private void copyPath() {
        Path path = run.outputProperty().get();
        if (path != null) {
            desktop.copy(path.toString());
        }
    }
}
