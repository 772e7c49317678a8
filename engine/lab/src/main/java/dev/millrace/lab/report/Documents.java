package dev.millrace.lab.report;

import dev.millrace.engine.json.Json;
import dev.millrace.lab.measure.ChildReport;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.ConstraintPoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The JSON documents of a benchmark beside its own.
final class Documents {

    private Documents() {}

    /// What was found, without the single runs.
    static byte[] pipelineReport(Benchmark benchmark) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("recipe", benchmark.name());
        report.put("headline", benchmark.comparison().headline());
        report.put("warnings", benchmark.warnings());
        report.put("conditions", benchmark.conditions());
        report.put("figures", benchmark.comparison().figures());
        report.put("contrasts", benchmark.comparison().contrasts());
        if (benchmark.scaling() != null) {
            report.put("scaling", benchmark.scaling());
        }
        report.put(
                "paretoFront",
                benchmark.constraints().stream()
                        .filter(ConstraintPoint::onFront)
                        .map(point -> point.run().side())
                        .toList());
        report.put("models", benchmark.models());
        report.put("dataQuality", benchmark.quality());
        report.put("drift", benchmark.drifts());
        return Json.document(report);
    }

    /// Where, when, with what and on which data.
    static byte[] manifest(Benchmark benchmark) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", benchmark.format());
        manifest.put("started", benchmark.started());
        manifest.put("ended", benchmark.ended());
        manifest.put("engine", benchmark.machine().engine());
        manifest.put("environment", benchmark.machine());
        manifest.put("conditions", benchmark.conditions());
        manifest.put("seed", benchmark.settings().seed());
        manifest.put("settings", benchmark.settings());
        manifest.put("dataset", benchmark.dataset());
        manifest.put("recipe", benchmark.recipe());
        manifest.put("runs", benchmark.runs().size());
        manifest.put("warnings", benchmark.warnings());
        return Json.document(manifest);
    }

    /// A line for each scan of a shard in the counted streaming runs.
    static byte[] streamingChunks(Benchmark benchmark) {
        List<Object> lines = new ArrayList<>();
        for (MeasuredRun run : Chunks.runs(benchmark)) {
            for (ChildReport.Chunk chunk : Chunks.of(run)) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("run", run.number());
                line.put("pass", chunk.pass());
                line.put("shard", chunk.shard());
                line.put("worker", chunk.worker());
                line.put("rows", chunk.rows());
                line.put("bytes", chunk.bytes());
                line.put("seconds", chunk.seconds());
                lines.add(line);
            }
        }
        return lines(lines);
    }

    /// A line for each point of the constraint experiment.
    static byte[] constraintLog(Benchmark benchmark) {
        return lines(List.copyOf(benchmark.constraints()));
    }

    private static byte[] lines(List<Object> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append(Json.line(value)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
