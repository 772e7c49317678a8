package dev.millrace.lab.result;

import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.run.StageTimes;
import dev.millrace.lab.learn.ModelQuality;
import dev.millrace.lab.measure.ChildReport;
import dev.millrace.lab.measure.Energy;
import dev.millrace.lab.measure.Machine;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Side;
import dev.millrace.lab.quality.ColumnQuality;
import dev.millrace.lab.quality.Drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Runs that nobody made, with times that are known.
public final class SyntheticRuns {

    private static final long BYTES = 100_000_000;
    private static final double[] NOISE = {0.00, 0.03, -0.02, 0.05, 0.01, -0.04, 0.02, -0.01, 0.04, -0.03};

    private SyntheticRuns() {}

    /// Runs of both modes; streaming takes half the time and a fifth of the memory.
    public static List<MeasuredRun> modes(int runs) {
        List<MeasuredRun> made = new ArrayList<>();
        for (int round = 0; round < runs; round++) {
            double noise = NOISE[round % NOISE.length];
            made.add(run("modes", Side.of(Mode.BATCH), made.size(), round, 4 + noise, 1_000_000_000L));
            made.add(run("modes", Side.of(Mode.STREAMING), made.size(), round, 2 - noise / 2, 200_000_000L));
        }
        return made;
    }

    /// One run.
    public static MeasuredRun run(
            String experiment, Side side, int before, int round, double seconds, long residentBytes) {
        long bytes = Math.round(BYTES * side.fraction());
        ChildReport report =
                new ChildReport(
                        bytes / 100,
                        bytes,
                        Math.max(1, side.workers()),
                        seconds - 0.3,
                        0.1,
                        new StageTimes(200_000_000, 100_000_000, 150_000_000, 250_000_000),
                        seconds * 1.5,
                        residentBytes / 2,
                        residentBytes + 1_000_000L * round,
                        3,
                        0.02,
                        0L,
                        bytes,
                        bytes,
                        new ChildReport.Limits(1 << 29, 2, "0-1", null, null, List.of("G1 Young Generation")),
                        List.of(new ChildReport.PassTime(1, "fit", List.of("risk-table-mapping"), 3, bytes / 100, 0.8)),
                        List.of(new ChildReport.Chunk(1, "part-00001.csv", 0, bytes / 100, bytes, 0.8)));
        return new MeasuredRun(
                experiment,
                side,
                before + 1,
                round + 1,
                false,
                null,
                seconds,
                seconds * 1.5,
                residentBytes + 1_000_000L * round,
                new Energy(seconds * 15, true),
                report);
    }

    /// A run that did not end well.
    public static MeasuredRun failed(String experiment, Side side, int before) {
        MeasuredRun run = run(experiment, side, before, 0, 1, 1000);
        return new MeasuredRun(
                experiment, side, before + 1, 1, false, "the heap is full", 1, 1, 1000, run.energy(), null);
    }

    /// A benchmark with figures in all of its parts.
    public static Benchmark benchmark() {
        List<MeasuredRun> runs = new ArrayList<>(modes(10));
        List<List<MeasuredRun>> sizes = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            List<MeasuredRun> ofMode = new ArrayList<>();
            for (double fraction : new double[] {0.25, 0.5, 1}) {
                double seconds = 0.5 + fraction * (mode == Mode.BATCH ? 3.5 : 1.5) + 0.02 * ofMode.size();
                ofMode.add(run("sizes", Side.of(mode).withFraction(fraction), runs.size(), 0, seconds, 300_000_000));
                runs.add(ofMode.getLast());
            }
            sizes.add(ofMode);
        }
        List<MeasuredRun> workers = new ArrayList<>();
        for (int count : new int[] {1, 2, 4}) {
            Side side = Side.of(Mode.STREAMING).withWorkers(count);
            workers.add(run("workers", side, runs.size(), 0, 4.0 / count + 0.3, 200_000_000));
            runs.add(workers.getLast());
        }
        List<ConstraintPoint> points = constraints(runs);
        points.forEach(point -> runs.add(point.run()));
        return new Benchmark(
                Benchmark.FORMAT,
                Instant.parse("2026-01-02T03:04:05Z"),
                Instant.parse("2026-01-02T03:14:05Z"),
                Map.of("name", "fraud & \"risk\" <sample>", "version", 1),
                BenchmarkSettings.of(Set.of(BenchmarkSettings.Part.values())),
                new Machine("Linux 6", "amd64", "a processor", 4, 8L << 30, "a JVM", "0.1.0", 0.5),
                new DatasetFacts("data", 8, 20, BYTES, "00ff"),
                new Benchmark.Conditions("warm", "by -Xmx", "estimated", "one by one", "-XX:+A"),
                List.of("the machine was busy"),
                runs,
                Comparison.of(runs.subList(0, 20), "batch", 42),
                Scaling.of(sizes, workers, 4),
                ConstraintPoint.marked(points),
                List.of(new ModeQuality("batch", model()), new ModeQuality("streaming", model())),
                List.of(
                        new ColumnQuality(
                                "train",
                                "age",
                                "numerical",
                                100,
                                5,
                                0.05,
                                new ColumnQuality.Outliers(20, 40, -10, 70, 2, 2 / 95.0, 0))),
                List.of(
                        new Drift(
                                "train",
                                "val",
                                List.of("'x' is only in val"),
                                List.of(
                                        new Drift.ColumnDrift(
                                                "age",
                                                "numerical",
                                                0.12,
                                                0.0,
                                                0.1,
                                                null,
                                                null,
                                                0,
                                                Drift.Level.MODERATE),
                                        new Drift.ColumnDrift(
                                                "kind",
                                                "categorical",
                                                null,
                                                null,
                                                null,
                                                0.1,
                                                0.02,
                                                0,
                                                Drift.Level.STABLE)))));
    }

    private static List<ConstraintPoint> constraints(List<MeasuredRun> before) {
        List<ConstraintPoint> points = new ArrayList<>();
        for (int memory : new int[] {128, 512}) {
            for (int blocks : new int[] {64, 512}) {
                Side side = new Side(blocks + "/" + memory, Mode.STREAMING, 0, blocks, memory, 2, 1);
                double seconds = 2 + 64.0 / blocks + 100.0 / memory;
                int number = before.size() + points.size();
                points.add(
                        new ConstraintPoint(
                                run("constraints", side, number, 0, seconds, memory * 1_000_000L + blocks),
                                model(),
                                false));
            }
        }
        Side tiny = new Side("512/16", Mode.STREAMING, 0, 512, 16, 2, 1);
        points.add(new ConstraintPoint(failed("constraints", tiny, before.size() + points.size()), null, false));
        return points;
    }

    private static ModelQuality model() {
        return new ModelQuality(
                "classification", "label", List.of("age"), 80, "val", 20, null, null, 0.8, 0.0, 0.4, 0.75);
    }
}
