package dev.millrace.app.run;

import dev.millrace.app.background.Background;
import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.RunProgress;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.run.UnfinishedRun;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A run, live and finished: the same things are shown in both. [#pulse(long)] brings it up to date.
public final class RunViewModel {

    private static final int EVENTS_PER_PULSE = 2000;
    private static final long PROGRESS_NANOS = 100_000_000;

    private final RunStarter starter;
    private final Background background;
    private final SampleFeed telemetry;
    private final Texts texts;
    private final Figures figures;
    private final EventWords words;
    private final Gauges gauges;
    private final RunLog log = new RunLog();
    private final ObservableList<PassProgress> passes = FXCollections.observableArrayList();
    private final ObservableList<PassProgress> seenPasses = FXCollections.unmodifiableObservableList(passes);
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.IDLE);
    private final ReadOnlyObjectWrapper<ShardBoard> board = new ReadOnlyObjectWrapper<>(ShardBoard.empty());
    private final ReadOnlyObjectWrapper<RunFigures> now = new ReadOnlyObjectWrapper<>(RunFigures.NONE);
    private final ReadOnlyObjectWrapper<RunSummary> summary = new ReadOnlyObjectWrapper<>(RunSummary.NONE);
    private final ReadOnlyObjectWrapper<@Nullable ProblemReport> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable UnfinishedRun> unfinished = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> output = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private RunFeed feed = new RunFeed();
    private Throughput throughput = new Throughput();
    private @Nullable LiveRun run;
    private @Nullable Recipe recipe; // of the latest run
    private long lastProgress;

    public RunViewModel(RunStarter starter, Background background, SampleFeed telemetry, Texts texts, Figures figures) {
        this.starter = starter;
        this.background = background;
        this.telemetry = telemetry;
        this.texts = texts;
        this.figures = figures;
        this.words = new EventWords(texts, figures);
        this.gauges = new Gauges(texts, figures);
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ShardBoard> boardProperty() {
        return board.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RunFigures> figuresProperty() {
        return now.getReadOnlyProperty();
    }

    /// [RunSummary#NONE] until a run is done.
    public ReadOnlyObjectProperty<RunSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// Why the run failed, null unless it did.
    public ReadOnlyObjectProperty<@Nullable ProblemReport> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What a run could go on with, null if that is nothing.
    public ReadOnlyObjectProperty<@Nullable UnfinishedRun> unfinishedProperty() {
        return unfinished.getReadOnlyProperty();
    }

    /// Where the results go.
    public ReadOnlyObjectProperty<@Nullable Path> outputProperty() {
        return output.getReadOnlyProperty();
    }

    /// What the latest run does; empty before the first.
    public Optional<Recipe> recipe() {
        return Optional.ofNullable(recipe);
    }

    /// Recipe and mode.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public ObservableList<PassProgress> passes() {
        return seenPasses;
    }

    public ObservableList<LogEntry> log() {
        return log.shown();
    }

    public Gauges gauges() {
        return gauges;
    }

    /// For how long the run that is on has worked; zero if none is.
    public Duration elapsed() {
        LiveRun live = run;
        return live == null ? Duration.ZERO : live.progress().elapsed();
    }

    /// Starts a run unless one is on.
    public void start(Recipe recipe, Beginning beginning) {
        if (state.get().isLive()) {
            return;
        }
        reset(recipe);
        RunFeed ownFeed = feed;
        background.run(() -> starter.start(recipe, ownFeed, beginning), this::started, this::fail);
    }

    /// Asks the run to hold, or a paused one to go on.
    public void pauseOrGoOn() {
        LiveRun live = run;
        if (live != null && state.get() == RunState.RUNNING) {
            live.pause();
            state.set(RunState.PAUSED);
        } else if (live != null && state.get() == RunState.PAUSED) {
            live.goOn();
            state.set(RunState.RUNNING);
        }
    }

    /// Asks the run to stop; what is done is kept.
    public void cancel() {
        if (!state.get().isLive()) {
            return;
        }
        state.set(RunState.CANCELLING);
        if (run != null) {
            run.cancel();
        }
    }

    /// Takes in what happened since the pulse before.
    ///
    /// @param nanos of any steady clock
    public void pulse(long nanos) {
        LiveRun live = run;
        if (live == null) {
            return;
        }
        boolean ended = live.result().isPresent(); // asked first: every event of an ended run is in the feed
        feed.drain(EVENTS_PER_PULSE, this::take);
        if (ended || nanos - lastProgress >= PROGRESS_NANOS) {
            lastProgress = nanos;
            show(live.progress());
            telemetry.take().ifPresent(gauges::add);
        }
        log.show();
        if (ended && feed.isEmpty()) {
            live.result().ifPresent(this::end);
        }
    }

    private void reset(Recipe next) {
        feed = new RunFeed();
        throughput = new Throughput();
        lastProgress = 0;
        run = null;
        log.clear();
        gauges.clear();
        passes.clear();
        board.set(ShardBoard.empty());
        now.set(RunFigures.NONE);
        summary.set(RunSummary.NONE);
        problem.set(null);
        unfinished.set(null);
        recipe = next;
        output.set(next.outputPath());
        title.set(texts.of("run.title", next.name(), texts.of(next.run().mode())));
        state.set(RunState.PREPARING);
        telemetry.start();
    }

    private void started(RunStarter.Started started) {
        Plan plan = started.plan();
        board.set(ShardBoard.of(plan));
        List<PassProgress> bars = new ArrayList<>();
        for (Pass pass : plan.passes()) {
            bars.add(
                    new PassProgress(
                            texts.of("recipe.plan.pass", bars.size() + 1, texts.of(pass.kind())),
                            plan.shards(pass).size()));
        }
        passes.setAll(bars);
        showPasses();
        run = started.run();
        if (state.get() == RunState.CANCELLING) {
            started.run().cancel();
        } else {
            state.set(RunState.RUNNING);
        }
    }

    private void take(RunEvent event) {
        switch (event) {
            case RunEvent.PassStarted pass -> board.get().begin(planned(pass));
            case RunEvent.ShardStarted shard -> board.get().started(shard.shard());
            case RunEvent.ShardFinished shard -> board.get().finished(shard.shard(), shard.rows(), shard.millis());
            case RunEvent.ShardFailed shard -> board.get().failed(shard.shard());
            case RunEvent.ShardKept shard -> board.get().finished(shard.shard(), shard.rows(), 0);
            case RunEvent.RunStarted _,
                    RunEvent.Resumed _,
                    RunEvent.ShardRetried _,
                    RunEvent.Paused _,
                    RunEvent.WentOn _,
                    RunEvent.PassFinished _,
                    RunEvent.Warning _,
                    RunEvent.MemoryPressure _,
                    RunEvent.StatisticsGrow _,
                    RunEvent.ArtifactSaved _,
                    RunEvent.RunEnded _ -> {}
        }
        words.line(event).ifPresent(log::add);
    }

    /// Position in the plan. A strategy may refine its fit in a further pass, which no plan foresees.
    private int planned(RunEvent.PassStarted pass) {
        int last = passes.size() - 1;
        return pass.kind() == Pass.Kind.TRANSFORM ? last : Math.min(pass.pass() - 1, Math.max(0, last - 1));
    }

    private void show(RunProgress progress) {
        throughput.add(progress.elapsed(), progress.rows(), progress.bytesRead());
        progress.workers().forEach(board.get()::reading);
        String left =
                throughput
                        .left(progress.elapsed(), progress.bytesToRead() - progress.bytesRead())
                        .map(time -> texts.of("run.left", figures.clock(time.plus(Duration.ofMillis(500)))))
                        .orElseGet(() -> texts.of("run.measuring"));
        now.set(
                new RunFigures(
                        progress.fraction(),
                        figures.percent(progress.fraction()),
                        figures.count(progress.rows()),
                        figures.rowsPerSecond(throughput.rowsPerSecond()),
                        figures.bytesPerSecond(throughput.bytesPerSecond()),
                        figures.clock(progress.elapsed()),
                        left));
        showPasses();
    }

    private void showPasses() {
        ShardBoard shards = board.get();
        for (int i = 0; i < passes.size(); i++) {
            PassProgress bar = passes.get(i);
            long done = shards.count(i, TileState.DONE);
            double reading = i == shards.running() ? shards.readingShares() : 0;
            double share = bar.shards() == 0 ? 1 : (done + reading) / bar.shards();
            bar.set(share, texts.of("run.pass.status", figures.count(done), figures.count(bar.shards())));
        }
    }

    private void end(RunResult result) {
        run = null;
        telemetry.stop();
        board.get().stop();
        showPasses();
        switch (result) {
            case RunResult.Done done -> {
                summary.set(RunSummary.of(done.manifest(), board.get().size(), texts, figures));
                state.set(RunState.DONE);
            }
            case RunResult.Failed failed -> fail(failed.cause());
            case RunResult.Cancelled _ -> {
                state.set(RunState.CANCELLED);
                lookForUnfinished();
            }
        }
    }

    private void lookForUnfinished() {
        Recipe latest = recipe;
        if (latest != null) {
            background.run(
                    () -> starter.unfinished(latest),
                    found -> {
                        if (!state.get().isLive()) {
                            unfinished.set(found.orElse(null));
                        }
                    },
                    this::fail);
        }
    }

    private void fail(Throwable failure) {
        run = null;
        telemetry.stop();
        problem.set(ProblemReport.of(texts.of("problem.run"), failure, texts.of("problem.remedy")));
        boolean wasFailed = state.get() == RunState.FAILED;
        state.set(RunState.FAILED);
        if (!wasFailed) {
            lookForUnfinished();
        }
    }
}
