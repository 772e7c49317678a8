package dev.millrace.cli;

import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.RunProgress;

import java.io.PrintWriter;
import java.util.Locale;

/// One bar over all passes, by bytes, for terminals.
final class BarDisplay implements ProgressDisplay {

    private final Bar bar;
    private final long bytesToRead;
    private final PassRate rate = new PassRate();
    private String pass = "";
    private String memory = "";

    BarDisplay(PrintWriter out, Terminal terminal, long bytesToRead) {
        this.bytesToRead = bytesToRead;
        this.bar = Bar.ofBytes(out, terminal, "Running", bytesToRead);
    }

    @Override
    public void show(RunEvent event) {
        switch (event) {
            case RunEvent.PassStarted started -> pass = started.kind().name().toLowerCase(Locale.ROOT);
            case RunEvent.RunEnded(_, RunEvent.Outcome outcome, _, _) when outcome == RunEvent.Outcome.DONE ->
                    bar.moveTo(bytesToRead, "done");
            case RunEvent.MemoryPressure pressure -> memory = pressure.tighter() ? ", memory is short" : "";
            default -> {} // the bar moves by the progress
        }
    }

    @Override
    public void update(RunProgress progress) {
        String speed = String.format(Locale.ROOT, "%,d rows/s", rate.rowsPerSecond(progress));
        String left = TimeLeft.of(progress).map(time -> ", " + Figures.clock(time) + " left").orElse("");
        String at = pass + " " + progress.pass() + "/" + progress.passes();
        bar.moveTo(progress.bytesRead(), at + ", " + speed + left + memory);
    }

    @Override
    public void close() {
        bar.close();
    }
}
