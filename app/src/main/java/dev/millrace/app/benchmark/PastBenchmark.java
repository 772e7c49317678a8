package dev.millrace.app.benchmark;

import dev.millrace.lab.result.Benchmark;

import java.nio.file.Path;

/// A benchmark that is done.
///
/// @param folder where its reports are, or were
public record PastBenchmark(Path folder, Benchmark benchmark) {}
