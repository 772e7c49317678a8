package dev.millrace.lab.report;

import dev.millrace.engine.run.StageTimes;
import dev.millrace.lab.measure.ChildReport;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Side;
import dev.millrace.lab.result.Benchmark;

import java.util.List;
import java.util.Locale;

/// Tables with a row for each run, or for what a run did.
final class RunTables {

    private final Benchmark benchmark;

    RunTables(Benchmark benchmark) {
        this.benchmark = benchmark;
    }

    CsvTable runs() {
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
                        "allowed_processors",
                        "group_memory_bytes",
                        "group_processors");
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
                report == null ? null : report.limits().allowedProcessors(),
                report == null ? null : report.limits().groupMemoryBytes(),
                report == null ? null : report.limits().groupProcessors());
    }

    CsvTable latencyBySize() {
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

    CsvTable latencyByWorkers() {
        CsvTable table = new CsvTable("workers", "round", "seconds", "rows_per_second");
        for (MeasuredRun run : of("workers")) {
            if (run.counts()) {
                table.add(run.side().workers(), run.round(), run.seconds(), run.rowsPerSecond());
            }
        }
        return table;
    }

    CsvTable throughputByMemory() {
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

    CsvTable chunks() {
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
