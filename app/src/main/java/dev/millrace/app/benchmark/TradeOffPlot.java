package dev.millrace.app.benchmark;

import dev.millrace.app.text.Texts;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Metric;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.ConstraintPoint;
import dev.millrace.lab.statistics.ParetoFront;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Time against memory, with the front marked: the settings of the constraint experiment, or else the sides.
final class TradeOffPlot {

    private final BenchmarkWords words;
    private final Texts texts;

    TradeOffPlot(BenchmarkWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    /// A setting and what it costs.
    private record Setting(String name, double memory, double seconds, boolean onFront) {}

    void draw(DotChart chart, Benchmark benchmark) {
        chart.clear();
        List<Setting> settings = benchmark.constraints().isEmpty() ? sides(benchmark) : points(benchmark);
        chart.across(
                texts.of("benchmark.axis", Metric.PEAK_MEMORY.title(), Metric.PEAK_MEMORY.unit()),
                Scale.fromZero(settings.stream().mapToDouble(Setting::memory).max().orElse(1)),
                at -> words.figure(Metric.PEAK_MEMORY, at));
        chart.up(
                texts.of("benchmark.axis", Metric.LATENCY.title(), Metric.LATENCY.unit()),
                Scale.fromZero(settings.stream().mapToDouble(Setting::seconds).max().orElse(1)),
                at -> words.figure(Metric.LATENCY, at));
        List<Setting> front =
                settings.stream().filter(Setting::onFront).sorted(Comparator.comparingDouble(Setting::memory)).toList();
        for (int i = 1; i < front.size(); i++) {
            Setting from = front.get(i - 1);
            Setting to = front.get(i);
            chart.line("front-line", from.memory(), from.seconds(), to.memory(), to.seconds());
        }
        chart.dots(texts.of("benchmark.front"), 0, dots(front));
        chart.dots(
                texts.of("benchmark.bettered"),
                12,
                dots(settings.stream().filter(setting -> !setting.onFront()).toList()));
    }

    private List<DotChart.Dot> dots(List<Setting> settings) {
        return settings.stream()
                .map(setting ->
                        new DotChart.Dot(
                                setting.memory(),
                                setting.seconds(),
                                texts.of(
                                        "benchmark.setting",
                                        setting.name(),
                                        words.figure(Metric.LATENCY, setting.seconds()),
                                        words.figure(Metric.PEAK_MEMORY, setting.memory()))))
                .toList();
    }

    private static List<Setting> points(Benchmark benchmark) {
        List<Setting> settings = new ArrayList<>();
        for (ConstraintPoint point : benchmark.constraints()) {
            MeasuredRun run = point.run();
            if (run.counts()) {
                settings.add(
                        new Setting(
                                run.side().name(),
                                Metric.PEAK_MEMORY.of(run),
                                Metric.LATENCY.of(run),
                                point.onFront()));
            }
        }
        return settings;
    }

    private static List<Setting> sides(Benchmark benchmark) {
        List<String> names =
                benchmark.comparison().figures().stream().map(figures -> figures.side()).distinct().toList();
        List<double[]> costs =
                names.stream()
                        .map(name ->
                                new double[] {
                                    mean(benchmark, name, Metric.PEAK_MEMORY), mean(benchmark, name, Metric.LATENCY)
                                })
                        .toList();
        List<Boolean> front = ParetoFront.of(costs);
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            settings.add(new Setting(names.get(i), costs.get(i)[0], costs.get(i)[1], front.get(i)));
        }
        return settings;
    }

    private static double mean(Benchmark benchmark, String side, Metric metric) {
        return benchmark.comparison().figures().stream()
                .filter(figures -> figures.side().equals(side) && figures.metric() == metric)
                .mapToDouble(figures -> figures.mean().value())
                .findFirst()
                .orElse(0);
    }
}
