package dev.millrace.app.benchmark;

/// What is looked at in Benchmark.
public enum BenchmarkSection {
    SET_UP,
    /// The benchmark that is on, or what the shown one found.
    RESULT,
    EARLIER
}
