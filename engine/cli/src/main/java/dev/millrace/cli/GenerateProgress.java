package dev.millrace.cli;

import dev.millrace.sample.FinishedShard;
import dev.millrace.sample.ProgressListener;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/// Shows how much of a dataset is generated: a bar on a terminal, else a line for every tenth. Used by one thread.
final class GenerateProgress implements ProgressListener, AutoCloseable {

    private final PrintWriter out;
    private final long totalRows;
    private final long started = System.nanoTime();
    private @Nullable Bar bar;
    private int shards;
    private long rows;
    private long bytes;
    private long shownTenths;

    private GenerateProgress(PrintWriter out, long totalRows, @Nullable Bar bar) {
        this.out = out;
        this.totalRows = totalRows;
        this.bar = bar;
    }

    static GenerateProgress of(PrintWriter out, Terminal terminal, long totalRows) {
        Bar bar = terminal.interactive() ? Bar.ofRows(out, terminal, "Generating", totalRows) : null;
        return new GenerateProgress(out, totalRows, bar);
    }

    @Override
    public void shardFinished(FinishedShard shard) {
        shards++;
        rows += shard.rows();
        bytes += shard.bytes();
        long tenths = 10 * rows / Math.max(1, totalRows);
        if (bar != null) {
            bar.moveTo(rows, Figures.number(Figures.perSecond(rows, elapsed())) + " rows/s");
        } else if (tenths > shownTenths) {
            shownTenths = tenths;
            out.println(String.format(Locale.ROOT, "%4d %%  %,d rows", 10 * tenths, rows));
            out.flush();
        }
    }

    /// Tells what was generated, once all is.
    void finish(Path folder) {
        close();
        String what = Figures.count(rows, "row") + " in " + Figures.count(shards, "shard");
        out.println(
                "Wrote "
                        + what
                        + " ("
                        + Figures.bytes(bytes)
                        + ") to "
                        + folder
                        + " in "
                        + Figures.duration(elapsed()));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
