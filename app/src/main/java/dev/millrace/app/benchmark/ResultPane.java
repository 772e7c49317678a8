package dev.millrace.app.benchmark;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.ModeQuality;
import dev.millrace.lab.result.Scaling;
import dev.millrace.lab.statistics.ScalabilityFit;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.stream.Collectors;

/// What a benchmark found: the headline in words, then the figures behind it.
final class ResultPane extends VBox {

    private final BenchmarkWords words;
    private final Texts texts;
    private final HeadlineCard headline = new HeadlineCard();
    private final DotChart ratios = new DotChart();
    private final DotChart runs = new DotChart();
    private final DotChart tradeOff = new DotChart();
    private final DotChart bySize = new DotChart();
    private final DotChart byWorkers = new DotChart();
    private final HeatMap heatMap;
    private final MetricChoice metric = new MetricChoice();
    private final ContrastTable table;
    private final ChartCard sizeCard;
    private final ChartCard workersCard;
    private final ChartCard heatCard;
    private final HBox second;
    private final RatioPlot ratioPlot;
    private final RunsPlot runsPlot;
    private final TradeOffPlot tradeOffPlot;
    private final ScalingPlots scalingPlots;
    private @Nullable Benchmark shown;

    ResultPane(BenchmarkWords words, Texts texts, Figures figures) {
        this.words = words;
        this.texts = texts;
        heatMap = new HeatMap(words, texts);
        table = new ContrastTable(words, texts);
        ratioPlot = new RatioPlot(words, texts);
        runsPlot = new RunsPlot(words, texts);
        tradeOffPlot = new TradeOffPlot(words, texts);
        scalingPlots = new ScalingPlots(words, texts, figures);
        ratios.setLegendVisible(false);
        runs.setLegendVisible(false);
        ChartCard ratioCard = new ChartCard(texts.of("benchmark.ratios"), ratios);
        ratioCard.say(texts.of("benchmark.ratios.meaning"));
        ChartCard runsCard = new ChartCard(texts.of("benchmark.everyRun"), runs, metric);
        runsCard.say(texts.of("benchmark.everyRun.meaning"));
        ChartCard tradeOffCard = new ChartCard(texts.of("benchmark.tradeOff"), tradeOff);
        sizeCard = new ChartCard(texts.of("benchmark.bySize"), bySize);
        workersCard = new ChartCard(texts.of("benchmark.byWorkers"), byWorkers);
        heatCard = new ChartCard(texts.of("benchmark.heat"), heatMap);
        heatCard.say(texts.of("benchmark.heat.meaning"));
        HBox first = row(ratioCard, runsCard);
        second = row(tradeOffCard, heatCard);
        getStyleClass().add("page-content");
        getChildren().setAll(headline, first, tableCard(), second, row(sizeCard, workersCard));
        metric.metricProperty().subscribe(this::drawRuns);
    }

    private static HBox row(ChartCard... cards) {
        HBox row = new HBox(cards);
        row.getStyleClass().addAll("chart-row", "fixed-row");
        return row;
    }

    private VBox tableCard() {
        Label title = new Label(texts.of("benchmark.table"));
        title.getStyleClass().add("card-title");
        HBox head = new HBox(title);
        head.getStyleClass().add("table-head");
        VBox card = new VBox(head, table);
        card.getStyleClass().addAll("pane-card", "table-card");
        card.setMinHeight(USE_PREF_SIZE);
        return card;
    }

    void show(@Nullable Benchmark benchmark) {
        shown = benchmark;
        if (benchmark == null) {
            return;
        }
        headline.show(benchmark.comparison().headline(), conditions(benchmark), benchmark.warnings());
        ratioPlot.draw(ratios, benchmark.comparison());
        drawRuns();
        table.show(benchmark.comparison());
        tradeOffPlot.draw(tradeOff, benchmark);
        boolean constrained = !benchmark.constraints().isEmpty();
        show(heatCard, constrained);
        if (constrained) {
            heatMap.show(benchmark.constraints());
        }
        second.setFillHeight(true);
        showScaling(benchmark.scaling());
    }

    private void drawRuns() {
        Benchmark benchmark = shown;
        if (benchmark != null) {
            runsPlot.draw(runs, metric.metricProperty().get(), benchmark.runs(), benchmark.comparison());
        }
    }

    private void showScaling(@Nullable Scaling scaling) {
        show(sizeCard, scaling != null);
        Scaling.ByWorkers workers = scaling == null ? null : scaling.byWorkers();
        ScalabilityFit law = workers == null ? null : workers.law();
        show(workersCard, law != null);
        if (scaling != null) {
            scalingPlots.bySize(bySize, scaling);
            sizeCard.say(scaling.bySize().stream().map(Scaling.BySize::finding).collect(Collectors.joining(" ")));
        }
        if (workers != null && law != null) {
            scalingPlots.byWorkers(byWorkers, workers, law);
            workersCard.say(workers.finding());
        }
    }

    private static void show(ChartCard card, boolean isShown) {
        card.setVisible(isShown);
        card.setManaged(isShown);
    }

    private String conditions(Benchmark benchmark) {
        String models =
                benchmark.models().stream().map(this::model).collect(Collectors.joining(texts.of("benchmark.and")));
        String conditions = words.conditions(benchmark);
        return models.isEmpty() ? conditions : conditions + "\n" + texts.of("benchmark.models", models);
    }

    private String model(ModeQuality model) {
        return texts.of("benchmark.model", model.side(), model.quality().figureName(), model.quality().figure());
    }
}
