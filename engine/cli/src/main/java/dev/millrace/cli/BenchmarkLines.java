package dev.millrace.cli;

import dev.millrace.lab.LabEvent;
import dev.millrace.lab.LabListener;
import dev.millrace.lab.measure.MeasuredRun;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/// A line for each run of a benchmark.
final class BenchmarkLines implements LabListener {

    private final PrintWriter out;

    BenchmarkLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void on(LabEvent event) {
        switch (event) {
            case LabEvent.Begun begun ->
                    line(
                            "%s in processes of their own, on %d processors"
                                    .formatted(Figures.count(begun.runs(), "run"), begun.machine().processors()));
            case LabEvent.RunEnded ended -> run(ended);
            case LabEvent.Warned warned -> line("warning: " + warned.message());
            case LabEvent.RunBegun _, LabEvent.Compared _ -> {} // told by the run's end, and by the headline
        }
    }

    private void run(LabEvent.RunEnded ended) {
        MeasuredRun run = ended.run();
        String left =
                ended.secondsLeft() == null
                        ? ""
                        : ", about "
                                + Figures.duration(Duration.ofMillis(Math.round(ended.secondsLeft() * 1e3)))
                                + " left";
        line(
                String.format(
                        Locale.ROOT,
                        "%4d of %d  %-12s %-44s %s",
                        run.number(),
                        ended.runs(),
                        run.experiment(),
                        run.side().name() + (run.warmUp() ? " (warm-up)" : ""),
                        (run.failure() == null ? figures(run) : "failed") + left));
    }

    private static String figures(MeasuredRun run) {
        return String.format(
                Locale.ROOT,
                "%7.2f s, %s",
                run.seconds(),
                run.peakResidentBytes() == 0 ? "memory not known" : Figures.bytes(run.peakResidentBytes()));
    }

    private void line(String text) {
        out.println(text);
        out.flush();
    }
}
