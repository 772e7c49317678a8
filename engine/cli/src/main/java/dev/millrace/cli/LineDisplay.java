package dev.millrace.cli;

import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.RunProgress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/// Plain lines, for logs: one for each pass that starts or ends, and in between one for every tenth of the whole run or
/// every five seconds.
final class LineDisplay implements ProgressDisplay {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final int passes;
    private final PassRate rate = new PassRate();
    private int shownTenths;
    private Duration shownAt = Duration.ZERO;

    LineDisplay(PrintWriter out, int passes) {
        this.out = out;
        this.passes = passes;
    }

    @Override
    public void show(RunEvent event) {
        switch (event) {
            case RunEvent.RunStarted started -> {
                String mode = started.mode().name().toLowerCase(Locale.ROOT);
                String workers = Figures.count(started.workers(), "worker");
                String shards = Figures.count(started.shards(), "shard");
                String bytes = Figures.bytes(started.bytesToRead());
                line("Run " + started.run() + ": " + mode + ", " + workers + ", " + shards + ", " + bytes + " to read");
            }
            case RunEvent.PassStarted started -> {
                String shards = Figures.count(started.shards(), "shard");
                line(pass(started.pass()) + started.why() + " (" + shards + ")");
            }
            case RunEvent.PassFinished finished -> {
                String rows = Figures.count(finished.rows(), "row");
                String time = Figures.duration(Duration.ofMillis(finished.millis()));
                line(pass(finished.pass()) + "done, " + rows + " in " + time);
            }
            case RunEvent.Resumed resumed -> line("Resumes the run of " + resumed.begun());
            case RunEvent.ShardRetried retried ->
                    line(
                            "Tries "
                                    + retried.shard().path()
                                    + " again in "
                                    + Figures.duration(Duration.ofMillis(retried.waitMillis()))
                                    + ": "
                                    + retried.message());
            case RunEvent.Paused _ -> line("Paused");
            case RunEvent.WentOn _ -> line("Goes on");
            case RunEvent.MemoryPressure pressure -> {
                String used = Figures.bytes(pressure.usedBytes()) + " of " + Figures.bytes(pressure.limitBytes());
                String blocks = "blocks of " + Figures.bytes(pressure.blockBytes());
                String workers = Figures.count(pressure.workers(), "worker");
                String found = pressure.tighter() ? "Memory is short, " : "Memory is free again, ";
                line(found + used + " in use: " + blocks + ", " + workers);
            }
            case RunEvent.StatisticsGrow grown -> {
                String used = Figures.bytes(grown.usedBytes()) + " of " + Figures.bytes(grown.limitBytes());
                String values = Figures.count(grown.values(), "distinct value");
                line("Statistics take " + used + ": " + grown.column() + " has " + values + " so far");
            }
            case RunEvent.ShardStarted _,
                    RunEvent.ShardKept _,
                    RunEvent.ShardFinished _,
                    RunEvent.ShardFailed _,
                    RunEvent.RowsRejected _,
                    RunEvent.Warning _,
                    RunEvent.ArtifactSaved _,
                    RunEvent.RunEnded _ -> {} // counted in the lines between, or told at the end
        }
    }

    @Override
    public void update(RunProgress progress) {
        long rowsPerSecond = rate.rowsPerSecond(progress);
        Duration pause = progress.elapsed().minus(shownAt);
        int tenths = (int) (10 * progress.fraction());
        boolean step = tenths > shownTenths && pause.compareTo(SHORTEST_PAUSE) >= 0;
        if (step || pause.compareTo(LONGEST_PAUSE) >= 0) {
            shownTenths = tenths;
            shownAt = progress.elapsed();
            line(
                    String.format(
                            Locale.ROOT,
                            "%4.0f %%  %s read, %,d rows/s%s",
                            100 * progress.fraction(),
                            Figures.bytes(progress.bytesRead()),
                            rowsPerSecond,
                            TimeLeft.of(progress).map(left -> ", " + Figures.clock(left) + " left").orElse("")));
        }
    }

    private String pass(int number) {
        return "Pass " + number + " of " + passes + ": ";
    }

    private void line(String text) {
        out.println(text);
        out.flush();
    }

    @Override
    public void close() {}
}
