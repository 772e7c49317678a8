package dev.millrace.lab.report;

import dev.millrace.engine.problem.StorageException;
import dev.millrace.lab.chart.Chart;
import dev.millrace.lab.chart.Charts;
import dev.millrace.lab.result.Benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The files of one benchmark, all under one folder.
public final class ReportFolder {

    /// The benchmark itself, to be read back by [Benchmark#read].
    public static final String BENCHMARK = "reports/benchmark.json";

    /// The page for people.
    public static final String PAGE = "reports/benchmark.html";

    private final Path folder;

    public ReportFolder(Path folder) {
        this.folder = folder;
    }

    /// Writes every file, over those of an earlier benchmark.
    ///
    /// @return their paths relative to the folder
    /// @throws StorageException if one cannot be written
    public List<String> write(Benchmark benchmark) {
        System.setProperty("java.awt.headless", "true"); // charts are drawn into memory, not on a screen
        List<Chart> charts = Charts.of(benchmark);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(PAGE, HtmlPage.of(benchmark, charts));
        files.put(BENCHMARK, benchmark.document());
        files.put("reports/pipeline_report.json", Documents.pipelineReport(benchmark));
        files.put("reports/streaming_chunks.jsonl", Documents.streamingChunks(benchmark));
        files.put("reports/constraint_experiment_log.jsonl", Documents.constraintLog(benchmark));
        files.put("metadata/run_manifest.json", Documents.manifest(benchmark));
        Tables.of(benchmark).forEach((path, table) -> files.put(path, table.bytes()));
        for (Chart chart : charts) {
            String svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + chart.svg();
            files.put("charts/" + chart.id() + ".svg", svg.getBytes(StandardCharsets.UTF_8));
            files.put("charts/" + chart.id() + ".png", chart.png());
        }
        files.forEach(this::write);
        return new ArrayList<>(files.keySet());
    }

    private void write(String path, byte[] content) {
        Path file = folder.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException failure) {
            throw StorageException.writing(file, failure);
        }
    }
}
