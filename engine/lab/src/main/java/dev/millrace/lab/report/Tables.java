package dev.millrace.lab.report;

import dev.millrace.engine.run.StageTimes;
import dev.millrace.lab.learn.ModelQuality;
import dev.millrace.lab.measure.ChildReport;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Side;
import dev.millrace.lab.quality.ColumnQuality;
import dev.millrace.lab.quality.Drift;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.ConstraintPoint;
import dev.millrace.lab.result.Contrast;
import dev.millrace.lab.result.SideFigures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The tables of a benchmark, by file name.
final class Tables {

    private final Benchmark benchmark;

    Tables(Benchmark benchmark) {
        this.benchmark = benchmark;
    }

    /// Those of the folder `benchmarks`.
    Map<String, CsvTable> benchmarks() {
        Map<String, CsvTable> tables = new LinkedHashMap<>();
        tables.put("runs.csv", runs());
        tables.put("sides.csv", sides());
        tables.put("significance_tests.csv", significanceTests());
        tables.put("latency_vs_data_size.csv", latencyBySize());
        tables.put("latency_vs_workers.csv", latencyByWorkers());
        tables.put("throughput_vs_memory.csv", throughputByMemory());
        tables.put("resource_vs_accuracy.csv", accuracyByResource());
        tables.put("constraint_experiment.csv", constraints());
        tables.put("streaming_chunks.csv", chunks());
        tables.put("data_quality.csv", quality());
        tables.put("drift.csv", drift());
        return tables;
    }

    private CsvTable runs() {
        CsvTable table =
                new CsvTable(
                        "number",
                        "experiment",
                        "side",
                        "mode",
                        "workers",
                        "block_kb",
                        "memory_mb",
                        "processors",
                        "fraction",
                        "round",
                        "warm_up",
                        "failure",
                        "seconds",
                        "run_seconds",
                        "rows",
                        "bytes",
                        "rows_per_second",
                        "bytes_per_second",
                        "cpu_seconds",
                        "peak_resident_bytes",
                        "peak_heap_bytes",
                        "collections",
                        "collection_seconds",
                        "disk_read_bytes",
                        "disk_written_bytes",
                        "energy_joules",
                        "energy_estimated",
                        "read_seconds",
                        "fit_seconds",
                        "transform_seconds",
                        "write_seconds",
                        "commit_seconds",
                        "max_heap_bytes",
                        "available_processors",
                        "allowed_processors");
        benchmark.runs().forEach(run -> addRun(table, run));
        return table;
    }

    private static void addRun(CsvTable table, MeasuredRun run) {
        Side side = run.side();
        ChildReport report = run.report();
        StageTimes stages = report == null ? null : report.stages();
        table.add(
                run.number(),
                run.experiment(),
                side.name(),
                side.mode().name().toLowerCase(Locale.ROOT),
                side.workers(),
                side.blockKb(),
                side.memoryMb(),
                side.processors(),
                side.fraction(),
                run.round(),
                run.warmUp(),
                run.failure(),
                run.seconds(),
                report == null ? null : report.runSeconds(),
                report == null ? null : report.rows(),
                report == null ? null : report.bytes(),
                run.rowsPerSecond(),
                run.bytesPerSecond(),
                run.cpuSeconds(),
                run.peakResidentBytes(),
                report == null ? null : report.peakHeapBytes(),
                report == null ? null : report.collections(),
                report == null ? null : report.collectionSeconds(),
                report == null ? null : report.diskReadBytes(),
                report == null ? null : report.diskWrittenBytes(),
                run.energy().joules(),
                run.energy().estimated(),
                stages == null ? null : stages.readNanos() / 1e9,
                stages == null ? null : stages.fitNanos() / 1e9,
                stages == null ? null : stages.transformNanos() / 1e9,
                stages == null ? null : stages.writeNanos() / 1e9,
                report == null ? null : report.commitSeconds(),
                report == null ? null : report.limits().maxHeapBytes(),
                report == null ? null : report.limits().processors(),
                report == null ? null : report.limits().allowedProcessors());
    }

    private CsvTable sides() {
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

    private CsvTable significanceTests() {
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

    private CsvTable latencyBySize() {
        CsvTable table = new CsvTable("mode", "fraction", "bytes", "rows", "round", "seconds");
        for (MeasuredRun run : of("sizes")) {
            if (run.counts() && run.report() != null) {
                table.add(
                        run.side().mode().name().toLowerCase(Locale.ROOT),
                        run.side().fraction(),
                        run.report().bytes(),
                        run.report().rows(),
                        run.round(),
                        run.seconds());
            }
        }
        return table;
    }

    private CsvTable latencyByWorkers() {
        CsvTable table = new CsvTable("workers", "round", "seconds", "rows_per_second");
        for (MeasuredRun run : of("workers")) {
            if (run.counts()) {
                table.add(run.side().workers(), run.round(), run.seconds(), run.rowsPerSecond());
            }
        }
        return table;
    }

    private CsvTable throughputByMemory() {
        CsvTable table =
                new CsvTable(
                        "experiment",
                        "side",
                        "memory_limit_mb",
                        "peak_resident_bytes",
                        "peak_heap_bytes",
                        "rows_per_second",
                        "bytes_per_second");
        for (MeasuredRun run : benchmark.runs()) {
            if (run.counts() && run.report() != null) {
                table.add(
                        run.experiment(),
                        run.side().name(),
                        run.side().memoryMb(),
                        run.peakResidentBytes(),
                        run.report().peakHeapBytes(),
                        run.rowsPerSecond(),
                        run.bytesPerSecond());
            }
        }
        return table;
    }

    private CsvTable accuracyByResource() {
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

    private CsvTable constraints() {
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

    private CsvTable chunks() {
        CsvTable table = new CsvTable("run", "pass", "shard", "worker", "rows", "bytes", "seconds");
        for (MeasuredRun run : Chunks.runs(benchmark)) {
            for (ChildReport.Chunk chunk : Chunks.of(run)) {
                table.add(
                        run.number(),
                        chunk.pass(),
                        chunk.shard(),
                        chunk.worker(),
                        chunk.rows(),
                        chunk.bytes(),
                        chunk.seconds());
            }
        }
        return table;
    }

    private CsvTable quality() {
        CsvTable table =
                new CsvTable(
                        "table",
                        "column",
                        "type",
                        "rows",
                        "missing",
                        "missing_ratio",
                        "first_quartile",
                        "third_quartile",
                        "outliers",
                        "outlier_rate",
                        "outlier_rate_error");
        for (ColumnQuality column : benchmark.quality()) {
            ColumnQuality.Outliers outliers = column.outliers();
            table.add(
                    column.table(),
                    column.column(),
                    column.type(),
                    column.rows(),
                    column.missing(),
                    column.missingRatio(),
                    outliers == null ? null : outliers.firstQuartile(),
                    outliers == null ? null : outliers.thirdQuartile(),
                    outliers == null ? null : outliers.count(),
                    outliers == null ? null : outliers.rate(),
                    outliers == null ? null : outliers.error());
        }
        return table;
    }

    private CsvTable drift() {
        CsvTable table =
                new CsvTable(
                        "from",
                        "to",
                        "column",
                        "type",
                        "ks",
                        "ks_error",
                        "mean_shift",
                        "l1",
                        "psi",
                        "missing_shift",
                        "level");
        for (Drift drift : benchmark.drifts()) {
            for (Drift.ColumnDrift column : drift.columns()) {
                table.add(
                        drift.from(),
                        drift.to(),
                        column.column(),
                        column.type(),
                        column.ks(),
                        column.ksError(),
                        column.meanShift(),
                        column.l1(),
                        column.psi(),
                        column.missingShift(),
                        column.level().name().toLowerCase(Locale.ROOT));
            }
        }
        return table;
    }

    /// What each operator took in each counted run of the comparison: the stages over all workers, and the passes by
    /// the clock.
    CsvTable operatorProfile() {
        CsvTable table =
                new CsvTable(
                        "run",
                        "side",
                        "operator",
                        "pass",
                        "strategies",
                        "columns",
                        "rows",
                        "seconds",
                        "share_of_run",
                        "clock");
        for (MeasuredRun run : of("modes")) {
            if (run.counts() && run.report() != null) {
                addOperators(table, run, run.report());
            }
        }
        return table;
    }

    private static void addOperators(CsvTable table, MeasuredRun run, ChildReport report) {
        StageTimes stages = report.stages();
        addStage(table, run, "read", stages.readNanos() / 1e9);
        addStage(table, run, "fit", stages.fitNanos() / 1e9);
        addStage(table, run, "transform", stages.transformNanos() / 1e9);
        addStage(table, run, "write", stages.writeNanos() / 1e9);
        addStage(table, run, "commit", report.commitSeconds());
        addStage(table, run, "start", run.seconds() - report.runSeconds());
        for (ChildReport.PassTime pass : report.passes()) {
            table.add(
                    run.number(),
                    run.side().name(),
                    pass.kind() + " pass",
                    pass.pass(),
                    String.join(" ", pass.strategies()),
                    pass.columns(),
                    pass.rows(),
                    pass.seconds(),
                    pass.seconds() / run.seconds(),
                    "wall");
        }
    }

    private static void addStage(CsvTable table, MeasuredRun run, String operator, double seconds) {
        String clock = operator.equals("commit") || operator.equals("start") ? "wall" : "sum over workers";
        table.add(
                run.number(),
                run.side().name(),
                operator,
                null,
                null,
                null,
                null,
                seconds,
                seconds / run.seconds(),
                clock);
    }

    private List<MeasuredRun> of(String experiment) {
        return benchmark.runs().stream().filter(run -> run.experiment().equals(experiment)).toList();
    }
}
