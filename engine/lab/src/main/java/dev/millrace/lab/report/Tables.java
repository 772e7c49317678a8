package dev.millrace.lab.report;

import dev.millrace.lab.result.Benchmark;

import java.util.LinkedHashMap;
import java.util.Map;

/// The tables of a benchmark, by file.
final class Tables {

    private Tables() {}

    static Map<String, CsvTable> of(Benchmark benchmark) {
        RunTables runs = new RunTables(benchmark);
        FindingTables findings = new FindingTables(benchmark);
        DataTables data = new DataTables(benchmark);
        Map<String, CsvTable> tables = new LinkedHashMap<>();
        tables.put("benchmarks/runs.csv", runs.runs());
        tables.put("benchmarks/sides.csv", findings.sides());
        tables.put("benchmarks/significance_tests.csv", findings.significanceTests());
        tables.put("benchmarks/latency_vs_data_size.csv", runs.latencyBySize());
        tables.put("benchmarks/latency_vs_workers.csv", runs.latencyByWorkers());
        tables.put("benchmarks/throughput_vs_memory.csv", runs.throughputByMemory());
        tables.put("benchmarks/resource_vs_accuracy.csv", findings.accuracyByResource());
        tables.put("benchmarks/constraint_experiment.csv", findings.constraints());
        tables.put("benchmarks/streaming_chunks.csv", runs.chunks());
        tables.put("benchmarks/data_quality.csv", data.quality());
        tables.put("benchmarks/drift.csv", data.drift());
        tables.put("profiles/operator_profile.csv", runs.operatorProfile());
        return tables;
    }
}
