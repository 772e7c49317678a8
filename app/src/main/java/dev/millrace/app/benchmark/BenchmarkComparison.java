package dev.millrace.app.benchmark;

import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.Comparison;

import java.util.ArrayList;
import java.util.List;

/// Two benchmarks side by side.
///
/// @param differences why figures must not be compared; empty if they may
/// @param sides what became of each side that both have
record BenchmarkComparison(
        PastBenchmark earlier, PastBenchmark later, List<String> differences, List<Comparison> sides) {

    /// Compares; resamples, so not for the screen's thread.
    static BenchmarkComparison of(PastBenchmark one, PastBenchmark other) {
        boolean inOrder = !one.benchmark().started().isAfter(other.benchmark().started());
        PastBenchmark earlier = inOrder ? one : other;
        PastBenchmark later = inOrder ? other : one;
        List<Comparison> sides = new ArrayList<>();
        for (String side : sides(earlier.benchmark())) {
            if (sides(later.benchmark()).contains(side)) {
                sides.add(Comparison.over(earlier.benchmark(), later.benchmark(), side));
            }
        }
        return new BenchmarkComparison(
                earlier, later, later.benchmark().differencesFrom(earlier.benchmark()), List.copyOf(sides));
    }

    private static List<String> sides(Benchmark benchmark) {
        return benchmark.runs().stream()
                .filter(run -> run.experiment().equals("modes") && run.counts())
                .map(MeasuredRun::side)
                .map(side -> side.name())
                .distinct()
                .toList();
    }
}
