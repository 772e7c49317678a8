package dev.millrace.app.benchmark;

import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Shown;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.result.Comparison;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/// A benchmark as it happens: which run is on, each run as a dot as soon as it has ended, and what follows so far.
final class LivePane extends VBox {

    private final LiveBoard board;
    private final ObservableValue<BenchmarkState> state;
    private final BenchmarkWords words;
    private final Texts texts;
    private final DotChart ratios = new DotChart();
    private final DotChart runs = new DotChart();
    private final MetricChoice metric = new MetricChoice();
    private final HeadlineCard headline = new HeadlineCard();
    private final ChartCard runsCard;
    private final ChartCard ratiosCard;
    private final RatioPlot ratioPlot;
    private final RunsPlot runsPlot;

    /// @param state where the benchmark of the board is, or how it ended
    LivePane(LiveBoard board, ObservableValue<BenchmarkState> state, BenchmarkWords words, Texts texts) {
        this.board = board;
        this.state = state;
        this.words = words;
        this.texts = texts;
        ratioPlot = new RatioPlot(words, texts);
        runsPlot = new RunsPlot(words, texts);
        getStyleClass().add("page-content");
        ratios.setLegendVisible(false);
        runs.setLegendVisible(false);
        runsCard = new ChartCard(texts.of("benchmark.everyRun"), runs, metric);
        ratiosCard = new ChartCard(texts.of("benchmark.ratios.soFar"), ratios);
        HBox charts = new HBox(runsCard, ratiosCard);
        charts.getStyleClass().add("chart-row");
        VBox.setVgrow(charts, Priority.ALWAYS);
        VBox progress = progress();
        Shown.when(state.map(BenchmarkState::isLive), progress);
        ObservableValue<Boolean> hasRuns = Bindings.isNotEmpty(board.runs());
        Shown.when(
                Bindings.createBooleanBinding(() -> isLive() || hasRuns.getValue(), state, hasRuns), headline, charts);
        getChildren().setAll(progress, headline, charts);
        board.runs().addListener((ListChangeListener<MeasuredRun>) _ -> drawRuns());
        metric.metricProperty().subscribe(this::drawRuns);
        board.comparisonProperty().subscribe(this::drawRatios);
        board.warnings().addListener((ListChangeListener<String>) _ -> tell());
        state.subscribe(this::tell);
        drawRuns();
        drawRatios();
    }

    private boolean isLive() {
        return state.getValue().isLive();
    }

    private VBox progress() {
        Label current = new Label();
        current.setId("benchmark-current");
        current.getStyleClass().add("card-heading");
        current.setMinWidth(0);
        current.textProperty().bind(board.currentProperty().map(words::current).orElse(words.current(null)));
        Label left = new Label();
        left.getStyleClass().add("time-left");
        left.setMinWidth(USE_PREF_SIZE);
        left.textProperty().bind(board.secondsLeftProperty().map(words::left).orElse(""));
        HBox.setHgrow(current, Priority.ALWAYS);
        current.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(current, left);
        line.getStyleClass().add("live-line");
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(texts.of("benchmark.progress"));
        bar.progressProperty().bind(board.shareProperty());
        VBox card = new VBox(line, bar);
        card.getStyleClass().addAll("pane-card", "live-card");
        return card;
    }

    private void drawRuns() {
        runs.setVisible(!board.runs().isEmpty());
        runsCard.say(board.runs().isEmpty() ? texts.of("benchmark.everyRun.none") : "");
        runsPlot.draw(runs, metric.metricProperty().get(), board.runs(), board.comparisonProperty().get());
    }

    private void drawRatios() {
        Comparison comparison = board.comparisonProperty().get();
        ratios.setVisible(comparison != null);
        ratiosCard.say(comparison == null ? texts.of("benchmark.ratios.none") : "");
        if (comparison == null) {
            ratios.clear();
        } else {
            ratioPlot.draw(ratios, comparison);
            drawRuns();
        }
        tell();
    }

    private void tell() {
        Comparison comparison = board.comparisonProperty().get();
        List<String> sentences = new ArrayList<>();
        if (comparison == null) {
            sentences.add(texts.of("benchmark.noneYet"));
        } else {
            sentences.addAll(comparison.headline());
        }
        headline.show(sentences, isLive() ? texts.of("benchmark.soFar") : "", board.warnings());
    }
}
