package dev.millrace.cli;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

import java.io.PrintWriter;

/// A progress bar that redraws its line ten times a second.
final class Bar implements AutoCloseable {

    private static final int REFRESH_MILLIS = 100;

    private final PrintWriter out;
    private final ProgressBar bar;

    private Bar(PrintWriter out, Terminal terminal, String task, long total, String unit, long unitSize) {
        this.out = out;
        // With a consumer of its own the library leaves the terminal's signal handling alone, so that Ctrl-C reaches
        // us.
        this.bar =
                new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(total)
                        .setUnit(unit, unitSize)
                        .setStyle(terminal.barStyle())
                        .setUpdateIntervalMillis(REFRESH_MILLIS)
                        .continuousUpdate()
                        .hideEta() // its estimate is nought beyond a billion steps a second
                        .setConsumer(new DelegatingProgressBarConsumer(this::draw, terminal.columns() - 1))
                        .build();
    }

    static Bar ofBytes(PrintWriter out, Terminal terminal, String task, long total) {
        return total < 10_000_000
                ? new Bar(out, terminal, task, total, " kB", 1_000)
                : new Bar(out, terminal, task, total, " MB", 1_000_000);
    }

    static Bar ofRows(PrintWriter out, Terminal terminal, String task, long total) {
        return new Bar(out, terminal, task, total, " rows", 1);
    }

    /// @param note what stands behind the bar
    void moveTo(long amount, String note) {
        bar.setExtraMessage(note);
        bar.stepTo(Math.min(amount, bar.getMax()));
    }

    private void draw(String line) {
        out.print("\r" + line);
        out.flush();
    }

    @Override
    public void close() {
        bar.close();
        out.println();
        out.flush();
    }
}
