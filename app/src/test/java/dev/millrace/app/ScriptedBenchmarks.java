package dev.millrace.app;

import dev.millrace.app.benchmark.BenchmarkStarter;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.StageTimes;
import dev.millrace.lab.LabEvent;
import dev.millrace.lab.LabListener;
import dev.millrace.lab.measure.ChildReport;
import dev.millrace.lab.measure.Energy;
import dev.millrace.lab.measure.Machine;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Side;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.BenchmarkSettings;
import dev.millrace.lab.result.Comparison;
import dev.millrace.lab.result.ConstraintPoint;
import dev.millrace.lab.result.DatasetFacts;
import dev.millrace.lab.result.Scaling;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Benchmarks whose events and ends a test tells; no process is started, and times are known.
public final class ScriptedBenchmarks implements BenchmarkStarter {

    private static final long BYTES = 200_000_000;
    private static final double[] NOISE = {0.00, 0.13, -0.12, 0.25, 0.07, -0.16, 0.09, -0.05, 0.18, -0.11};

    public double load = 0.02;
    private LabListener listener = _ -> {};
    private CompletableFuture<Benchmark> result = new CompletableFuture<>();
    private boolean cancelled;

    @Override
    public Outlook outlook(Recipe recipe, BenchmarkSettings settings) {
        int runs = (settings.runs() + settings.warmUps()) * settings.compared().size();
        return new Outlook(runs, 3 * BYTES, FileType.ofFileName("part-00001.csv").orElseThrow(), 8);
    }

    @Override
    public Machine machine() {
        return new Machine("Linux 6", "amd64", "a processor", 4, 8L << 30, "a JVM", "0.1.0", load);
    }

    @Override
    public Live start(Recipe recipe, BenchmarkSettings settings, Path folder, LabListener told) {
        listener = told;
        result = new CompletableFuture<>();
        cancelled = false;
        CompletableFuture<Benchmark> own = result;
        return new Live() {
            @Override
            public void cancel() {
                cancelled = true;
            }

            @Override
            public CompletableFuture<Benchmark> result() {
                return own;
            }
        };
    }

    public boolean isCancelled() {
        return cancelled;
    }

    public void tell(LabEvent event) {
        listener.on(event);
    }

    public void end(Benchmark found) {
        result.complete(found);
    }

    public void fail(Throwable failure) {
        result.completeExceptionally(failure);
    }

    /// Tells some rounds of both modes; the next run is under way.
    public void midway(int rounds) {
        tell(new LabEvent.Begun(22, machine()));
        List<MeasuredRun> runs = modes("batch", "streaming", rounds);
        for (MeasuredRun run : runs) {
            tell(new LabEvent.RunBegun("modes", run.side(), run.number(), 22, run.round(), false));
            tell(new LabEvent.RunEnded(run, 22, 3.0 * (22 - run.number())));
        }
        tell(new LabEvent.Compared(Comparison.of(runs, "batch", 42)));
        tell(new LabEvent.RunBegun("modes", Side.of(Mode.BATCH), runs.size() + 1, 22, rounds + 1, false));
    }

    /// Runs of two sides; the second takes half the time and a fifth of the memory.
    private static List<MeasuredRun> modes(String base, String other, int rounds) {
        List<MeasuredRun> made = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            double noise = NOISE[round % NOISE.length];
            Side batch = Side.of(Mode.BATCH).named(base);
            Side streaming = Side.of(Mode.STREAMING).named(other);
            made.add(run("modes", batch, made.size(), round, 4 + noise, 1_000_000_000L));
            made.add(run("modes", streaming, made.size(), round, 2 - noise / 2, 200_000_000L));
        }
        return made;
    }

    private static MeasuredRun run(String experiment, Side side, int before, int round, double seconds, long resident) {
        long bytes = Math.round(BYTES * side.fraction());
        long peak = resident + 6_000_000L * (round % 4);
        ChildReport report =
                new ChildReport(
                        bytes / 100,
                        bytes,
                        Math.max(1, side.workers()),
                        seconds - 0.3,
                        0.1,
                        new StageTimes(200_000_000, 100_000_000, 150_000_000, 250_000_000),
                        seconds * 1.5,
                        resident / 2,
                        peak,
                        3,
                        0.02,
                        0L,
                        bytes,
                        bytes,
                        new ChildReport.Limits(1 << 29, 2, "0-1", null, null, List.of("G1 Young Generation")),
                        List.of(),
                        List.of());
        return new MeasuredRun(
                experiment,
                side,
                before + 1,
                round,
                false,
                null,
                seconds,
                seconds * 1.5,
                peak,
                new Energy(seconds * 15, true),
                report);
    }

    /// A benchmark with figures in all of its parts.
    ///
    /// @param started tells it from others
    /// @param data digest of the data
    public static Benchmark benchmark(Instant started, String base, String other, String data) {
        List<MeasuredRun> runs = new ArrayList<>(modes(base, other, 10));
        List<MeasuredRun> compared = List.copyOf(runs);
        List<List<MeasuredRun>> sizes = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            List<MeasuredRun> ofMode = new ArrayList<>();
            for (double fraction : new double[] {0.25, 0.5, 0.75, 1}) {
                double seconds = 0.5 + fraction * (mode == Mode.BATCH ? 3.5 : 1.5) + 0.05 * (ofMode.size() % 2);
                ofMode.add(run("sizes", Side.of(mode).withFraction(fraction), runs.size(), 0, seconds, 300_000_000));
                runs.add(ofMode.getLast());
            }
            sizes.add(ofMode);
        }
        List<MeasuredRun> workers = new ArrayList<>();
        for (int count : new int[] {1, 2, 4, 8}) {
            Side side = Side.of(Mode.STREAMING).withWorkers(count);
            workers.add(run("workers", side, runs.size(), 0, 4.0 / count + 0.3 + 0.05 * count, 200_000_000));
            runs.add(workers.getLast());
        }
        List<ConstraintPoint> points = new ArrayList<>();
        for (int memory : new int[] {128, 512}) {
            for (int blocks : new int[] {64, 512, 4096}) {
                for (int processors : new int[] {1, 4}) {
                    Side side = new Side(blocks + "/" + memory, Mode.STREAMING, 0, blocks, memory, processors, 1);
                    double seconds = 1 + 64.0 / blocks + 100.0 / memory + 2.0 / processors;
                    MeasuredRun run =
                            run("constraints", side, runs.size(), 0, seconds, memory * 1_000_000L + blocks * 20_000L);
                    points.add(new ConstraintPoint(run, null, false));
                    runs.add(run);
                }
            }
        }
        return new Benchmark(
                Benchmark.FORMAT,
                started,
                started.plusSeconds(180),
                Map.of("name", "fraud training set", "strategies", List.of()),
                BenchmarkSettings.of(Set.of(BenchmarkSettings.Part.values())),
                new Machine("Linux 6", "amd64", "a processor", 4, 8L << 30, "a JVM", "0.1.0", 0.3),
                new DatasetFacts("data", 8, 20, BYTES, data),
                new Benchmark.Conditions("warm", "by -Xmx", "estimated", "one by one", "-XX:+A"),
                List.of(
                        "The machine was busy before the benchmark (30 % of its processors): close other programs, or"
                                + " take figures with caution."),
                runs,
                Comparison.of(compared, base, 42),
                Scaling.of(sizes, workers, 4),
                ConstraintPoint.marked(points),
                List.of(),
                List.of(),
                List.of());
    }
}
