package dev.millrace.lab.report;

import dev.millrace.lab.learn.ModelQuality;
import dev.millrace.lab.measure.ChildReport;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.ConstraintPoint;
import dev.millrace.lab.result.Contrast;
import dev.millrace.lab.result.SideFigures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tables of what follows from runs.
final class FindingTables {

    private final Benchmark benchmark;

    FindingTables(Benchmark benchmark) {
        this.benchmark = benchmark;
    }

    CsvTable sides() {
        CsvTable table =
                new CsvTable(
                        "side",
                        "metric",
                        "unit",
                        "runs",
                        "mean",
                        "mean_percentile_low",
                        "mean_percentile_high",
                        "mean_bca_low",
                        "mean_bca_high",
                        "median",
                        "median_percentile_low",
                        "median_percentile_high",
                        "median_bca_low",
                        "median_bca_high",
                        "p95",
                        "least",
                        "greatest",
                        "standard_deviation");
        for (SideFigures figures : benchmark.comparison().figures()) {
            SideFigures.Estimate mean = figures.mean();
            SideFigures.Estimate median = figures.median();
            table.add(
                    figures.side(),
                    figures.metric().id(),
                    figures.metric().unit(),
                    figures.runs(),
                    mean.value(),
                    mean.percentile().low(),
                    mean.percentile().high(),
                    mean.bca().low(),
                    mean.bca().high(),
                    median.value(),
                    median.percentile().low(),
                    median.percentile().high(),
                    median.bca().low(),
                    median.bca().high(),
                    figures.p95(),
                    figures.least(),
                    figures.greatest(),
                    figures.standardDeviation());
        }
        return table;
    }

    CsvTable significanceTests() {
        CsvTable table =
                new CsvTable(
                        "metric",
                        "baseline",
                        "side",
                        "baseline_runs",
                        "side_runs",
                        "ratio_of_means",
                        "percentile_low",
                        "percentile_high",
                        "bca_low",
                        "bca_high",
                        "ratio_of_medians",
                        "medians_bca_low",
                        "medians_bca_high",
                        "p_value",
                        "permutations",
                        "exact",
                        "p_value_holm",
                        "hedges_g",
                        "cliffs_delta",
                        "verdict");
        for (Contrast contrast : benchmark.comparison().contrasts()) {
            table.add(
                    contrast.metric().id(),
                    contrast.baseline(),
                    contrast.side(),
                    contrast.baselineRuns(),
                    contrast.sideRuns(),
                    contrast.ratio().value(),
                    contrast.ratio().percentile().low(),
                    contrast.ratio().percentile().high(),
                    contrast.ratio().bca().low(),
                    contrast.ratio().bca().high(),
                    contrast.ratioOfMedians().value(),
                    contrast.ratioOfMedians().bca().low(),
                    contrast.ratioOfMedians().bca().high(),
                    contrast.test().pValue(),
                    contrast.test().permutations(),
                    contrast.test().exact(),
                    contrast.adjustedPValue(),
                    contrast.effect().hedgesG(),
                    contrast.effect().cliffsDelta(),
                    contrast.verdict().words());
        }
        return table;
    }

    CsvTable accuracyByResource() {
        CsvTable table =
                new CsvTable(
                        "side",
                        "task",
                        "seconds",
                        "cpu_seconds",
                        "peak_resident_bytes",
                        "rmse",
                        "r_squared",
                        "auc",
                        "auc_error",
                        "log_loss",
                        "accuracy",
                        "scored_on",
                        "scored_rows");
        benchmark
                .models()
                .forEach(model ->
                        figures(model.side()).forEach((_, run) -> addModel(table, model.side(), run, model.quality())));
        for (ConstraintPoint point : benchmark.constraints()) {
            if (point.quality() != null) {
                addModel(table, point.run().side().name(), point.run(), point.quality());
            }
        }
        return table;
    }

    /// The last counted run of a side of the comparison.
    private Map<String, MeasuredRun> figures(String side) {
        Map<String, MeasuredRun> last = new LinkedHashMap<>();
        of("modes").stream()
                .filter(run -> run.counts() && run.side().name().equals(side))
                .forEach(run -> last.put(side, run));
        return last;
    }

    private static void addModel(CsvTable table, String side, MeasuredRun run, ModelQuality quality) {
        table.add(
                side,
                quality.task(),
                run.seconds(),
                run.cpuSeconds(),
                run.peakResidentBytes(),
                quality.rmse(),
                quality.rSquared(),
                quality.area(),
                quality.areaError(),
                quality.logLoss(),
                quality.accuracy(),
                quality.scoredOn(),
                quality.scoredRows());
    }

    CsvTable constraints() {
        CsvTable table =
                new CsvTable(
                        "block_kb",
                        "memory_mb",
                        "processors",
                        "failure",
                        "seconds",
                        "bytes_per_second",
                        "cpu_seconds",
                        "peak_resident_bytes",
                        "max_heap_bytes",
                        "available_processors",
                        "model_figure",
                        "on_front");
        for (ConstraintPoint point : benchmark.constraints()) {
            MeasuredRun run = point.run();
            ChildReport report = run.report();
            table.add(
                    run.side().blockKb(),
                    run.side().memoryMb(),
                    run.side().processors(),
                    run.failure(),
                    run.seconds(),
                    run.bytesPerSecond(),
                    run.cpuSeconds(),
                    run.peakResidentBytes(),
                    report == null ? null : report.limits().maxHeapBytes(),
                    report == null ? null : report.limits().processors(),
                    point.quality() == null ? null : point.quality().figure(),
                    point.onFront());
        }
        return table;
    }

    private List<MeasuredRun> of(String experiment) {
        return benchmark.runs().stream().filter(run -> run.experiment().equals(experiment)).toList();
    }
}
