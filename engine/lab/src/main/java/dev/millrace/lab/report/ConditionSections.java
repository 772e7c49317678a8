package dev.millrace.lab.report;

import static dev.millrace.lab.report.Markup.Column.figures;
import static dev.millrace.lab.report.Markup.Column.words;
import static dev.millrace.lab.report.PageFigures.number;

import dev.millrace.lab.measure.Machine;
import dev.millrace.lab.measure.Metric;
import dev.millrace.lab.measure.Side;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.ConstraintPoint;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The sections of a page about limits: the constraint experiment, and how figures were taken.
final class ConditionSections {

    private static final Comparator<Side> BY_LIMITS =
            Comparator.comparingInt(Side::memoryMb).thenComparingInt(Side::blockKb).thenComparingInt(Side::processors);

    private ConditionSections() {}

    static void add(Benchmark benchmark, Markup page) {
        if (!benchmark.constraints().isEmpty()) {
            addConstraints(benchmark.constraints(), page);
        }
        page.element("h2", "Conditions");
        page.table(List.of(words(""), words("")), conditions(benchmark));
    }

    private static void addConstraints(List<ConstraintPoint> points, Markup page) {
        page.element("h2", "Constraint experiment");
        page.table(
                List.of(
                        figures("heap, MiB"),
                        figures("blocks, KiB"),
                        figures("processors"),
                        figures("time, s"),
                        figures("peak memory, MB"),
                        figures("model"),
                        words("")),
                points.stream()
                        .sorted(Comparator.comparing(point -> point.run().side(), BY_LIMITS))
                        .map(ConditionSections::row)
                        .toList());
    }

    private static List<String> row(ConstraintPoint point) {
        Side side = point.run().side();
        String failure = point.run().failure();
        return List.of(
                String.valueOf(side.memoryMb()),
                String.valueOf(side.blockKb()),
                String.valueOf(side.processors()),
                number(Metric.LATENCY.of(point.run())),
                number(Metric.PEAK_MEMORY.of(point.run())),
                point.quality() == null ? "" : number(point.quality().figure()),
                failure == null ? point.onFront() ? "★ on the front" : "" : failure);
    }

    private static List<List<String>> conditions(Benchmark benchmark) {
        Machine machine = benchmark.machine();
        return List.of(
                List.of(
                        "when",
                        benchmark.started().truncatedTo(ChronoUnit.SECONDS)
                                + " to "
                                + benchmark.ended().truncatedTo(ChronoUnit.SECONDS)),
                List.of(
                        "machine",
                        String.format(
                                Locale.ROOT,
                                "%s, %d processors, %.1f GB",
                                machine.processor(),
                                machine.processors(),
                                machine.memoryBytes() / 1e9)),
                List.of("system", machine.system() + ", " + machine.architecture()),
                List.of("Java", machine.java()),
                List.of("Millrace", machine.engine()),
                List.of("load before", String.format(Locale.ROOT, "%.0f %% of all processors", machine.load() * 100)),
                List.of(
                        "data",
                        String.format(
                                Locale.ROOT,
                                "%d shards, %.1f MB, SHA-256 %s",
                                benchmark.dataset().shards(),
                                benchmark.dataset().bytes() / 1e6,
                                benchmark.dataset().sha256())),
                List.of("seed", String.valueOf(benchmark.settings().seed())),
                List.of("page cache", benchmark.conditions().pageCache()),
                List.of("limits", benchmark.conditions().limits()),
                List.of("energy", benchmark.conditions().energy()),
                List.of("constraint grid", benchmark.conditions().constraints()),
                List.of("Java options", benchmark.conditions().javaOptions()));
    }
}
