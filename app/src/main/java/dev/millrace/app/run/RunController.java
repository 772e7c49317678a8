package dev.millrace.app.run;

import dev.millrace.app.problem.ProblemController;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Desktop;
import dev.millrace.app.view.Shown;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.run.UnfinishedRun;

import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Consumer;
import java.util.function.Predicate;

/// Run's view. A finished run is shown by the same nodes as a live one.
public final class RunController {

    private static final long DETAILS_NANOS = 100_000_000; // lanes are painted as a whole

    private final RunViewModel run;
    private final Navigation navigation;
    private final Desktop desktop;
    private final Texts texts;
    private final ShardTiles tiles;
    private final FilterChips chips;
    private final RunDetails details;
    private long detailsPainted;

    /// What the view asks of the window.
    ///
    /// @param start runs the recipe
    /// @param cancel cancels the run, if the person means it
    /// @param showRecipe goes to the recipe
    /// @param showResults goes to the results
    /// @param openThere shows a place in Data; false if it is of nothing that is open
    public record Navigation(
            Consumer<Beginning> start,
            Runnable cancel,
            Runnable showRecipe,
            Runnable showResults,
            Predicate<Place> openThere) {}

    @FXML private ProblemController problemController;
    @FXML private RunHead head;
    @FXML private Node empty;
    @FXML private Node content;
    @FXML private Label notThere;
    @FXML private Label percent;
    @FXML private ProgressBar bar;
    @FXML private Label rows;
    @FXML private Label rowRate;
    @FXML private Label byteRate;
    @FXML private Label elapsed;
    @FXML private Label left;
    @FXML private Node live;
    @FXML private FlowPane figures;
    @FXML private HBox facts;
    @FXML private RunOutcome done;
    @FXML private Label cancelledText;
    @FXML private PassBars passes;
    @FXML private StackPane filters;
    @FXML private StackPane board;
    @FXML private Label tile;
    @FXML private GaugeCard processor;
    @FXML private GaugeCard memory;
    @FXML private GaugeCard heap;
    @FXML private StackPane detailsPlace;

    public RunController(RunViewModel run, Navigation navigation, Desktop desktop, Texts texts, Figures figures) {
        this.run = run;
        this.navigation = navigation;
        this.desktop = desktop;
        this.texts = texts;
        this.tiles = new ShardTiles(texts, figures);
        this.chips = new FilterChips(run.filterProperty(), texts, figures);
        this.details = new RunDetails(run, this::openThere, texts, figures);
    }

    @FXML
    private void initialize() {
        RunPulse pulse = new RunPulse(this);
        run.stateProperty()
                .subscribe(now -> {
                    if (now.isLive()) {
                        pulse.start();
                    } else {
                        pulse.stop();
                        refresh();
                    }
                });
        head.bind(run, navigation.start(), navigation.cancel(), texts);
        done.bind(run, navigation.showResults(), desktop, texts);
        detailsPlace.getChildren().setAll(details);
        bindState();
        bindFigures();
        bindProblem();
        bindBoard();
        passes.fillLine(figures, facts);
        processor.bind(run.gauges().processor());
        memory.bind(run.gauges().memory());
        heap.bind(run.gauges().heap());
    }

    void pulse(long nanos) {
        run.pulse(nanos);
        tiles.refresh();
        if (nanos - detailsPainted >= DETAILS_NANOS) {
            detailsPainted = nanos;
            details.refresh();
        }
    }

    private void refresh() {
        tiles.refresh();
        details.refresh();
    }

    private void bindState() {
        BooleanBinding isLive = RunStates.isLive(run);
        BooleanBinding isIdle = RunStates.is(run, RunState.IDLE);
        BooleanBinding isFailed = RunStates.is(run, RunState.FAILED);
        BooleanBinding isCancelled = RunStates.is(run, RunState.CANCELLED);
        BooleanBinding isUnfinished = run.unfinishedProperty().isNotNull();
        Shown.when(isIdle.not(), content);
        Shown.when(isIdle, empty);
        Shown.when(isLive.or(isFailed).or(isCancelled), live);
        left.visibleProperty().bind(RunStates.is(run, RunState.RUNNING));
        left.managedProperty().bind(isLive); // a pause does not move the bar
        Shown.when(RunStates.is(run, RunState.DONE), done);
        Shown.when(isCancelled.or(isUnfinished.and(isFailed)), cancelledText);
        Shown.when(notThere.textProperty().isNotEmpty(), notThere);
        run.unfinishedProperty().subscribe(this::showUnfinished);
        run.traceProperty().subscribe(_ -> notThere.setText(""));
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
                    chips.refresh(run.boardProperty().get());
                });
        run.passesProperty().subscribe(passes::show);
    }

    private void bindProblem() {
        problemController.bind(run.problemProperty());
        Button there = new Button(texts.of("run.findings.open"), new FontIcon("mdoal-grid_on"));
        there.setId("problemThere");
        there.setOnAction(_ -> {
            Place place = problemPlace();
            if (place != null) {
                openThere(place);
            }
        });
        Shown.when(run.problemProperty().map(_ -> isInData()), there);
        problemController.addAction(there);
        Button back = new Button(texts.of("run.backToRecipe"), new FontIcon("mdomz-tune"));
        back.setOnAction(_ -> navigation.showRecipe().run());
        problemController.addAction(back);
    }

    private boolean isInData() {
        Place place = problemPlace();
        return place != null && place.line() > 0;
    }

    private @Nullable Place problemPlace() {
        return run.problemProperty().get() == null ? null : run.problemProperty().get().problems().getFirst().place();
    }

    private void openThere(Place place) {
        boolean there = navigation.openThere().test(place);
        notThere.setText(there ? "" : texts.of("run.findings.notThere", place));
    }

    private void bindBoard() {
        board.getChildren().setAll(tiles);
        filters.getChildren().setAll(chips);
        run.boardProperty()
                .subscribe(shown -> {
                    tiles.setBoard(shown);
                    chips.refresh(shown);
                });
        run.filterProperty().subscribe(tiles::setFilter);
        run.stateProperty().subscribe(() -> chips.refresh(run.boardProperty().get()));
        tile.textProperty().bind(tiles.describedProperty());
        tiles.setId("tiles");
    }

    private void showUnfinished(@Nullable UnfinishedRun unfinished) {
        cancelledText.setText(
                unfinished == null
                        ? texts.of("run.cancelled")
                        : texts.of("run.unfinished", unfinished.shardsWritten(), unfinished.shards()));
    }
}
