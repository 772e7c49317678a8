package dev.millrace.app.benchmark;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.lab.measure.Metric;
import dev.millrace.lab.result.Scaling;
import dev.millrace.lab.statistics.LineFit;
import dev.millrace.lab.statistics.ScalabilityFit;

import java.util.List;

/// How time grows with data and falls with workers.
final class ScalingPlots {

    private static final int CURVE_POINTS = 40;

    private final BenchmarkWords words;
    private final Texts texts;
    private final Figures figures;

    ScalingPlots(BenchmarkWords words, Texts texts, Figures figures) {
        this.words = words;
        this.texts = texts;
        this.figures = figures;
    }

    /// Every run's time over the size of its data, with the fitted lines.
    void bySize(DotChart chart, Scaling scaling) {
        chart.clear();
        List<Scaling.SizePoint> all = scaling.bySize().stream().flatMap(side -> side.points().stream()).toList();
        double mostBytes = all.stream().mapToDouble(Scaling.SizePoint::bytes).max().orElse(1);
        double mostSeconds = all.stream().mapToDouble(Scaling.SizePoint::seconds).max().orElse(1);
        chart.across(
                texts.of("benchmark.data"), Scale.fromZero(mostBytes / 1e6), at -> figures.bytes(Math.round(at * 1e6)));
        chart.up(
                texts.of("benchmark.axis", Metric.LATENCY.title(), Metric.LATENCY.unit()),
                Scale.fromZero(mostSeconds),
                words::seconds);
        for (int number = 0; number < scaling.bySize().size(); number++) {
            Scaling.BySize side = scaling.bySize().get(number);
            LineFit line = side.line();
            if (line != null) {
                double from = side.points().stream().mapToDouble(Scaling.SizePoint::bytes).min().orElse(0) / 1e6;
                double to = side.points().stream().mapToDouble(Scaling.SizePoint::bytes).max().orElse(0) / 1e6;
                chart.line("line-" + number, from, line.at(from), to, line.at(to));
            }
            chart.dots(side.side(), number, side.points().stream().map(this::dot).toList());
        }
    }

    private DotChart.Dot dot(Scaling.SizePoint point) {
        return new DotChart.Dot(
                point.bytes() / 1e6,
                point.seconds(),
                texts.of("benchmark.data.tip", figures.bytes(point.bytes()), words.seconds(point.seconds())));
    }

    /// Every run's speed as a multiple of one worker's, with the fitted law.
    void byWorkers(DotChart chart, Scaling.ByWorkers found, ScalabilityFit law) {
        chart.clear();
        int most = found.points().stream().mapToInt(Scaling.WorkerPoint::workers).max().orElse(1);
        double fastest =
                found.points().stream().mapToDouble(point -> law.oneWorker() / point.seconds()).max().orElse(1);
        Scale speed = Scale.fromZero(Math.max(fastest, law.speedup(most)) * 1.1);
        chart.across(
                texts.of("benchmark.workers"),
                new Scale(0, most + 1, 1),
                at -> at == Math.rint(at) ? figures.count(Math.round(at)) : "");
        chart.up(texts.of("benchmark.speed"), speed, words::ratio);
        chart.line("linear-line", 0, 0, Math.min(most, speed.high()), Math.min(most, speed.high()));
        for (int i = 0; i < CURVE_POINTS; i++) {
            double from = 1 + (most - 1.0) * i / CURVE_POINTS;
            double to = 1 + (most - 1.0) * (i + 1) / CURVE_POINTS;
            chart.line("line-1", from, law.speedup(from), to, law.speedup(to));
        }
        chart.dots(
                texts.of("benchmark.runs"),
                1,
                found.points().stream()
                        .map(point ->
                                new DotChart.Dot(
                                        point.workers(),
                                        law.oneWorker() / point.seconds(),
                                        texts.of(
                                                "benchmark.workers.tip",
                                                point.workers(),
                                                words.seconds(point.seconds()))))
                        .toList());
    }
}
