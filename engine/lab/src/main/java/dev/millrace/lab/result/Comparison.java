package dev.millrace.lab.result;

import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Metric;
import dev.millrace.lab.statistics.Holm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sides against the first of them.
///
/// @param baseline name of the side that the others are compared with
/// @param figures of every side
/// @param contrasts of every other side, tested together
/// @param headline what follows and what does not, a sentence each
public record Comparison(String baseline, List<SideFigures> figures, List<Contrast> contrasts, List<String> headline) {

    /// What is tested; throughput follows from latency, but is asked for by name.
    public static final List<Metric> TESTED =
            List.of(Metric.LATENCY, Metric.THROUGHPUT_ROWS, Metric.CPU_TIME, Metric.PEAK_MEMORY);

    public Comparison {
        figures = List.copyOf(figures);
        contrasts = List.copyOf(contrasts);
        headline = List.copyOf(headline);
    }

    /// Compares the sides of some runs.
    ///
    /// @param runs those that do not count are left out
    /// @param baseline name of the side that the others are compared with
    public static Comparison of(List<MeasuredRun> runs, String baseline, long seed) {
        Map<String, List<MeasuredRun>> bySide = new LinkedHashMap<>();
        bySide.put(baseline, new ArrayList<>());
        runs.stream()
                .filter(MeasuredRun::counts)
                .forEach(run -> bySide.computeIfAbsent(run.side().name(), _ -> new ArrayList<>()).add(run));
        bySide.values().removeIf(List::isEmpty);
        List<SideFigures> figures = new ArrayList<>();
        bySide.forEach((side, counted) -> {
            for (Metric metric : Metric.values()) {
                figures.add(SideFigures.of(side, metric, counted, seed));
            }
        });
        List<Contrast> contrasts = adjusted(contrasts(bySide, baseline, seed));
        List<String> headline = new ArrayList<>(Headline.ofFailures(runs));
        headline.addAll(Headline.of(contrasts));
        return new Comparison(baseline, figures, contrasts, headline);
    }

    /// One side in two benchmarks. Whether they may be compared at all tells [Benchmark#differencesFrom].
    ///
    /// @param side name of a side of both
    public static Comparison over(Benchmark earlier, Benchmark later, String side) {
        List<MeasuredRun> runs = new ArrayList<>(named("earlier " + side, earlier, side));
        runs.addAll(named("later " + side, later, side));
        return of(runs, "earlier " + side, later.settings().seed());
    }

    private static List<MeasuredRun> named(String name, Benchmark benchmark, String side) {
        return benchmark.runs().stream()
                .filter(run -> run.experiment().equals("modes") && run.side().name().equals(side))
                .map(run -> run.of(run.side().named(name)))
                .toList();
    }

    private static List<Contrast> contrasts(Map<String, List<MeasuredRun>> bySide, String baseline, long seed) {
        List<Contrast> contrasts = new ArrayList<>();
        List<MeasuredRun> base = bySide.getOrDefault(baseline, List.of());
        bySide.forEach((side, counted) -> {
            if (!side.equals(baseline) && !base.isEmpty()) {
                for (Metric metric : TESTED) {
                    double[] baselineValues = SideFigures.values(metric, base);
                    double[] values = SideFigures.values(metric, counted);
                    contrasts.add(Contrast.of(metric, baseline, baselineValues, side, values, seed));
                }
            }
        });
        return contrasts;
    }

    private static List<Contrast> adjusted(List<Contrast> contrasts) {
        double[] adjusted = Holm.adjusted(contrasts.stream().mapToDouble(each -> each.test().pValue()).toArray());
        List<Contrast> all = new ArrayList<>();
        for (Contrast contrast : contrasts) {
            all.add(contrast.among(contrasts.size(), adjusted[all.size()]));
        }
        return all;
    }
}
