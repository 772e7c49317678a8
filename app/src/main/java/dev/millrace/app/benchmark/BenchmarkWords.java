package dev.millrace.app.benchmark;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.lab.LabEvent;
import dev.millrace.lab.measure.Machine;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Metric;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.Contrast;
import dev.millrace.lab.result.SideFigures;
import dev.millrace.lab.statistics.Interval;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;

/// What is told of benchmarks, in words and figures.
final class BenchmarkWords {

    private static final double LEAST_P = 0.001;
    private static final int MOST_OF_NAME = 26;

    private final Texts texts;
    private final Figures figures;

    BenchmarkWords(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    /// What a figure is called.
    String title(Metric metric) {
        return metric == Metric.THROUGHPUT_ROWS ? texts.of("benchmark.rows", metric.title()) : metric.title();
    }

    /// A figure with its unit.
    String figure(Metric metric, double value) {
        return switch (metric) {
            case LATENCY, CPU_TIME -> seconds(value);
            case PEAK_MEMORY, PEAK_HEAP -> figures.bytes(Math.round(value * 1e6));
            case THROUGHPUT_BYTES -> figures.bytesPerSecond(value * 1e6);
            case THROUGHPUT_ROWS -> figures.rowsPerSecond(value);
            case ENERGY -> texts.of("benchmark.joules", figures.number((double) Math.round(value)));
        };
    }

    String seconds(double seconds) {
        return figures.duration(Duration.ofMillis(Math.round(seconds * 1e3)));
    }

    /// A figure and where it may lie.
    String estimate(Metric metric, SideFigures.Estimate estimate) {
        Interval interval = estimate.bca();
        return texts.of(
                "benchmark.estimate",
                figure(metric, estimate.value()),
                figure(metric, interval.low()),
                figure(metric, interval.high()));
    }

    String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f×" : "%.1f×", ratio);
    }

    String ratio(Contrast contrast) {
        Interval interval = contrast.ratio().bca();
        return texts.of(
                "benchmark.estimate", ratio(contrast.ratio().value()), ratio(interval.low()), ratio(interval.high()));
    }

    String p(double value) {
        return value < LEAST_P ? texts.of("benchmark.p.least") : String.format(Locale.ROOT, "%.3f", value);
    }

    /// Which run is on.
    String current(LabEvent.@Nullable RunBegun run) {
        if (run == null) {
            return texts.of("benchmark.preparing");
        }
        return texts.of(
                run.warmUp() ? "benchmark.current.warmUp" : "benchmark.current",
                run.number(),
                run.runs(),
                experiment(run.experiment()),
                run.side().name(),
                run.round());
    }

    private String experiment(String name) {
        return switch (name) {
            case "modes" -> texts.of("benchmark.experiment.modes");
            case "sizes" -> texts.of("benchmark.experiment.sizes");
            case "workers" -> texts.of("benchmark.experiment.workers");
            case "constraints" -> texts.of("benchmark.experiment.constraints");
            default -> name;
        };
    }

    String left(@Nullable Double seconds) {
        return seconds == null ? "" : texts.of("benchmark.left", seconds(seconds));
    }

    /// What a dot stands for.
    String run(MeasuredRun run) {
        return texts.of(
                "benchmark.run",
                run.number(),
                run.side().name(),
                run.round(),
                seconds(run.seconds()),
                figures.bytes(run.peakResidentBytes()));
    }

    String expectation(Expectation expectation) {
        return texts.of("benchmark.expected", expectation.runs(), seconds(expectation.seconds()));
    }

    String rests(Expectation.Rests rests) {
        return switch (rests) {
            case EARLIER_BENCHMARK -> texts.of("benchmark.rests.earlier");
            case MEASURED_RUN -> texts.of("benchmark.rests.measured");
            case ASSUMPTION -> texts.of("benchmark.rests.assumed");
        };
    }

    String machine(Machine machine) {
        return texts.of(
                machine.wasIdle() ? "benchmark.machine.idle" : "benchmark.machine.busy",
                figures.percent(machine.load()));
    }

    /// What was measured on what, in a line.
    String conditions(Benchmark benchmark) {
        long counted =
                benchmark.runs().stream().filter(run -> run.experiment().equals("modes") && run.counts()).count();
        return texts.of(
                "benchmark.conditions",
                counted,
                figures.bytes(benchmark.dataset().bytes()),
                benchmark.dataset().shards(),
                benchmark.machine().processors(),
                figures.bytes(benchmark.machine().memoryBytes()),
                seconds(Duration.between(benchmark.started(), benchmark.ended()).toMillis() / 1e3));
    }

    String moment(Benchmark benchmark) {
        return figures.moment(benchmark.started());
    }

    /// A long name leaves room for the chart beside it.
    static String shortened(String name) {
        return name.length() <= MOST_OF_NAME ? name : name.substring(0, MOST_OF_NAME - 1).strip() + "…";
    }
}
