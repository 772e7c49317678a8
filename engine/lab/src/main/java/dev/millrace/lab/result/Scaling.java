package dev.millrace.lab.result;

import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.statistics.LineFit;
import dev.millrace.lab.statistics.ScalabilityFit;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How time grows with data and falls with workers.
///
/// @param bySize time over the size of the data, one for each mode
/// @param byWorkers time over the number of workers, in streaming mode; null if it was not measured
public record Scaling(List<BySize> bySize, @Nullable ByWorkers byWorkers) {

    public Scaling {
        bySize = List.copyOf(bySize);
    }

    /// One run's time for some data.
    public record SizePoint(long bytes, long rows, double seconds) {}

    /// Time over the size of the data.
    ///
    /// @param line seconds over megabytes; null with fewer than two sizes
    public record BySize(String side, List<SizePoint> points, @Nullable LineFit line, String finding) {

        public BySize {
            points = List.copyOf(points);
        }

        /// Fits a line to runs of one side.
        static BySize of(String side, List<MeasuredRun> runs) {
            List<SizePoint> points = new ArrayList<>();
            for (MeasuredRun run : runs) {
                if (run.counts() && run.report() != null) {
                    points.add(new SizePoint(run.report().bytes(), run.report().rows(), run.seconds()));
                }
            }
            if (points.stream().map(SizePoint::bytes).distinct().count() < 2) {
                return new BySize(
                        side, points, null, starting(side) + " was measured with one size only, so there is no slope.");
            }
            LineFit line =
                    LineFit.of(
                            points.stream().mapToDouble(point -> point.bytes() / 1e6).toArray(),
                            points.stream().mapToDouble(SizePoint::seconds).toArray());
            return new BySize(side, points, line, finding(side, line));
        }

        private static String finding(String side, LineFit line) {
            String interval =
                    line.slopeInterval() == null
                            ? "no interval from two runs"
                            : String.format(
                                    Locale.ROOT,
                                    "95 %% interval %.2f to %.2f",
                                    line.slopeInterval().low() * 1e3,
                                    line.slopeInterval().high() * 1e3);
            if (line.slopeInterval() != null && line.slopeInterval().holds(0)) {
                return starting(side)
                        + " takes no longer for more data, as far as these runs show ("
                        + interval
                        + " ms for each MB).";
            }
            return String.format(
                    Locale.ROOT,
                    "%s takes %.2f s and %.2f ms for each MB more (%s; the line explains %.0f %% of the variance).",
                    starting(side),
                    line.intercept(),
                    line.slope() * 1e3,
                    interval,
                    line.rSquared() * 100);
        }
    }

    private static String starting(String side) {
        return side.substring(0, 1).toUpperCase(Locale.ROOT) + side.substring(1);
    }

    /// One run's time with some workers.
    public record WorkerPoint(int workers, double seconds, double rowsPerSecond) {}

    /// Time over the number of workers.
    ///
    /// @param law null with fewer than two numbers of workers
    public record ByWorkers(List<WorkerPoint> points, @Nullable ScalabilityFit law, String finding) {

        public ByWorkers {
            points = List.copyOf(points);
        }

        /// Fits the Universal Scalability Law to runs in streaming mode.
        ///
        /// @param processors of the machine
        public static ByWorkers of(List<MeasuredRun> runs, int processors) {
            List<WorkerPoint> points = new ArrayList<>();
            for (MeasuredRun run : runs) {
                if (run.counts()) {
                    points.add(new WorkerPoint(run.side().workers(), run.seconds(), run.rowsPerSecond()));
                }
            }
            int[] workers = points.stream().mapToInt(WorkerPoint::workers).toArray();
            if (points.stream().map(WorkerPoint::workers).distinct().count() < 2) {
                return new ByWorkers(points, null, "One number of workers only was measured, so no law can be fitted.");
            }
            ScalabilityFit law =
                    ScalabilityFit.of(workers, points.stream().mapToDouble(WorkerPoint::seconds).toArray());
            return new ByWorkers(points, law, finding(law, processors));
        }

        private static String finding(ScalabilityFit law, int processors) {
            if (law.speedup(2) < 1) {
                return String.format(
                        Locale.ROOT,
                        "More workers make it slower: two take %.2f times as long as one on these data.",
                        1 / law.speedup(2));
            }
            String serial =
                    String.format(
                            Locale.ROOT,
                            "The start of the JVM included, %.0f %% of one worker's time is serial",
                            law.serial() * 100);
            if (law.counts() < 3) {
                return serial
                        + "; with "
                        + law.counts()
                        + " numbers of workers crosstalk cannot be told from it (Amdahl's law).";
            }
            String peak =
                    Double.isInfinite(law.peakWorkers())
                            ? "no number of workers is too many by this fit"
                            : String.format(
                                    Locale.ROOT, "from %.0f workers on it gets slower", Math.max(1, law.peakWorkers()));
            return serial
                    + String.format(
                            Locale.ROOT,
                            " and crosstalk is %.2f %% for each pair of workers; %s",
                            law.crosstalk() * 100,
                            peak)
                    + String.format(
                            Locale.ROOT,
                            " (explains %.0f %% of the variance, %d processors).",
                            law.rSquared() * 100,
                            processors);
        }
    }

    /// Puts together what was measured.
    ///
    /// @param sides the runs over sizes of each side
    public static Scaling of(List<List<MeasuredRun>> sides, List<MeasuredRun> byWorkers, int processors) {
        List<BySize> bySize = new ArrayList<>();
        for (List<MeasuredRun> runs : sides) {
            if (!runs.isEmpty()) {
                bySize.add(BySize.of(runs.getFirst().side().mode().name().toLowerCase(Locale.ROOT), runs));
            }
        }
        return new Scaling(bySize, byWorkers.isEmpty() ? null : ByWorkers.of(byWorkers, processors));
    }
}
