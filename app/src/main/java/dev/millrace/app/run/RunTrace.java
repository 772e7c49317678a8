package dev.millrace.app.run;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.RunEvent.ShardId;
import dev.millrace.engine.run.RunProgress;
import dev.millrace.engine.telemetry.Telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What one run has told so far. Made anew for each run, filled by its events and progress, and kept when it has ended,
/// so that a finished run shows what it showed while it was on. For the screen's thread only.
final class RunTrace {

    private final Texts texts;
    private final Figures figures;
    private final EventWords words;
    private final RunLog log = new RunLog();
    private final Findings findings;
    private final LaneBoard lanes = new LaneBoard();
    private final Throughput throughput = new Throughput();
    private final List<PassProgress> passes = new ArrayList<>();
    private final List<PassTime> passTimes = new ArrayList<>();
    private ShardBoard board = ShardBoard.empty();
    private List<ShardTimes> times = List.of();
    private boolean timesChanged;

    private static final class PassTime {

        private long began; // on the axis of the lanes
        private long millis = -1; // until it is done
    }

    RunTrace(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
        this.words = new EventWords(texts, figures);
        this.findings = new Findings(texts);
    }

    /// What every pass has made of every shard.
    ShardBoard board() {
        return board;
    }

    /// A bar for each pass.
    List<PassProgress> passes() {
        return List.copyOf(passes);
    }

    /// What every worker did.
    LaneBoard lanes() {
        return lanes;
    }

    /// What was wrong with the data.
    Findings findings() {
        return findings;
    }

    RunLog log() {
        return log;
    }

    /// How long the shards took, for each pass of which some are done.
    List<ShardTimes> times() {
        if (timesChanged) {
            timesChanged = false;
            List<ShardTimes> found = new ArrayList<>();
            for (int pass = 0; pass < passes.size(); pass++) {
                ShardTimes.of(board, pass, millis(pass)).ifPresent(found::add);
            }
            times = List.copyOf(found);
        }
        return times;
    }

    private long millis(int pass) {
        PassTime time = passTimes.get(pass);
        return time.millis >= 0 ? time.millis : Math.max(1, lanes.now() - time.began);
    }

    /// Knows what the run will do.
    void begin(Plan plan) {
        board = ShardBoard.of(plan);
        for (Pass pass : plan.passes()) {
            passes.add(
                    new PassProgress(
                            texts.of("recipe.plan.pass", passes.size() + 1, texts.of(pass.kind())),
                            plan.shards(pass).size()));
            passTimes.add(new PassTime());
        }
        showPasses();
    }

    /// Takes in an event.
    ///
    /// @param nanos of the pulse
    void take(RunEvent event, long nanos) {
        if (event instanceof RunEvent.RunStarted started) {
            lanes.begin(started.at(), started.workers());
        }
        long at = lanes.at(event.at(), nanos);
        switch (event) {
            case RunEvent.PassStarted pass -> beginPass(pass, at);
            case RunEvent.ShardStarted shard -> {
                board.started(shard.shard());
                lanes.started(shard.worker(), board.position(shard.shard()), board.running(), at);
            }
            case RunEvent.ShardFinished shard -> {
                finished(shard.shard(), shard.rows(), shard.millis());
                lanes.ended(shard.worker(), Lane.Outcome.DONE, at);
            }
            case RunEvent.ShardKept shard -> finished(shard.shard(), shard.rows(), 0);
            case RunEvent.ShardFailed shard -> {
                board.failed(shard.shard());
                lanes.ended(shard.worker(), Lane.Outcome.FAILED, at);
                findings.add(shard);
            }
            case RunEvent.RowsRejected rows -> findings.add(rows);
            case RunEvent.PassFinished pass -> {
                if (!passTimes.isEmpty()) {
                    passTimes.get(board.running()).millis = pass.millis();
                    timesChanged = true;
                }
            }
            case RunEvent.MemoryPressure pressure -> lanes.memory().add(at, pressure);
            case RunEvent.RunStarted _,
                    RunEvent.Resumed _,
                    RunEvent.ShardRetried _,
                    RunEvent.Paused _,
                    RunEvent.WentOn _,
                    RunEvent.Warning _,
                    RunEvent.StatisticsGrow _,
                    RunEvent.ArtifactSaved _,
                    RunEvent.RunEnded _ -> {}
        }
        words.line(event).ifPresent(log::add);
    }

    private void beginPass(RunEvent.PassStarted pass, long at) {
        int planned = planned(pass);
        board.begin(planned);
        if (planned < passTimes.size()) {
            passTimes.get(planned).began = at;
            passTimes.get(planned).millis = -1;
        }
        timesChanged = true;
    }

    /// Position in the plan. A strategy may refine its fit in a further pass, which no plan foresees.
    private int planned(RunEvent.PassStarted pass) {
        int last = Math.max(0, passes.size() - 1);
        return pass.kind() == Pass.Kind.TRANSFORM ? last : Math.min(pass.pass() - 1, Math.max(0, last - 1));
    }

    private void finished(ShardId shard, long rows, long millis) {
        board.finished(shard, rows, millis);
        timesChanged = true;
    }

    /// Takes in how far the run is.
    ///
    /// @param nanos of the pulse
    /// @return the figures to show
    RunFigures take(RunProgress progress, long nanos) {
        throughput.add(progress.elapsed(), progress.rows(), progress.bytesRead());
        lanes.tick(nanos);
        progress.workers()
                .forEach(worker -> {
                    board.reading(worker);
                    lanes.read(worker);
                });
        showPasses();
        String left =
                throughput
                        .left(progress.elapsed(), progress.bytesToRead() - progress.bytesRead())
                        .map(time -> texts.of("run.left", figures.clock(time.plus(Duration.ofMillis(500)))))
                        .orElseGet(() -> texts.of("run.measuring"));
        return new RunFigures(
                progress.fraction(),
                figures.percent(progress.fraction()),
                figures.count(progress.rows()),
                figures.rowsPerSecond(throughput.rowsPerSecond()),
                figures.bytesPerSecond(throughput.bytesPerSecond()),
                figures.clock(progress.elapsed()),
                left);
    }

    /// Takes in how full the heap is.
    void take(Telemetry.Sample sample) {
        if (sample.heapMaxBytes() > 0) {
            double share = (double) sample.heapUsedBytes() / sample.heapMaxBytes();
            lanes.memory().add(lanes.now(), Math.min(1, share));
        }
    }

    private void showPasses() {
        for (int i = 0; i < passes.size(); i++) {
            PassProgress bar = passes.get(i);
            long done = board.count(i, TileState.DONE);
            double reading = i == board.running() ? board.readingShares() : 0;
            double share = bar.shards() == 0 ? 1 : (done + reading) / bar.shards();
            bar.set(share, texts.of("run.pass.status", figures.count(done), figures.count(bar.shards())));
        }
    }

    /// The run has ended.
    void stop() {
        board.stop();
        lanes.stop();
        timesChanged = true;
        showPasses();
        log.show();
    }
}
