package dev.millrace.app.benchmark;

import dev.millrace.app.text.Texts;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Metric;
import dev.millrace.lab.result.Comparison;
import dev.millrace.lab.result.SideFigures;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Every run of the sides compared as a dot, with the mean of each side and its interval.
final class RunsPlot {

    private static final double SPREAD = 0.22; // of the dots of one side, up and down
    private static final double MEAN = -0.38; // where the interval lies, below the dots

    private final BenchmarkWords words;
    private final Texts texts;

    RunsPlot(BenchmarkWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    /// @param runs of all experiments; those that do not count are left out
    /// @param comparison null as long as there is none
    void draw(DotChart chart, Metric metric, List<MeasuredRun> runs, @Nullable Comparison comparison) {
        chart.clear();
        List<MeasuredRun> counted =
                runs.stream().filter(run -> run.experiment().equals("modes") && run.counts()).toList();
        List<String> sides = new ArrayList<>(sides(counted, comparison));
        double greatest = counted.stream().mapToDouble(metric::of).max().orElse(1);
        chart.upNames(sides.reversed().stream().map(BenchmarkWords::shortened).toList());
        chart.across(
                texts.of("benchmark.axis", metric.title(), metric.unit()),
                Scale.fromZero(greatest),
                at -> words.figure(metric, at));
        for (String side : sides) {
            int row = sides.size() - 1 - sides.indexOf(side);
            if (comparison != null) {
                comparison.figures().stream()
                        .filter(each -> each.metric() == metric && each.side().equals(side))
                        .forEach(each -> mean(chart, each, row));
            }
            chart.dots(side, sides.indexOf(side), dots(metric, counted, side, row));
        }
    }

    private static List<String> sides(List<MeasuredRun> counted, @Nullable Comparison comparison) {
        return comparison == null
                ? counted.stream().map(run -> run.side().name()).distinct().sorted().toList()
                : comparison.figures().stream().map(SideFigures::side).distinct().toList();
    }

    private static void mean(DotChart chart, SideFigures figures, int row) {
        double y = row + MEAN;
        double mean = figures.mean().value();
        chart.line("mean-line", figures.mean().bca().low(), y, figures.mean().bca().high(), y);
        chart.line("mean-line", mean, y - 0.07, mean, y + 0.07);
    }

    private List<DotChart.Dot> dots(Metric metric, List<MeasuredRun> counted, String side, int row) {
        List<MeasuredRun> own = counted.stream().filter(run -> run.side().name().equals(side)).toList();
        List<DotChart.Dot> dots = new ArrayList<>();
        for (MeasuredRun run : own) {
            // A spread that does not depend on how many runs there are, so that dots stay where they are.
            double shift = SPREAD * (dots.size() * 3 % 7 - 3) / 3.0;
            dots.add(new DotChart.Dot(metric.of(run), row + shift, words.run(run)));
        }
        return dots;
    }
}
