package dev.millrace.app.run;

import dev.millrace.app.background.Background;
import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.RunListener;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.run.UnfinishedRun;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A run, live and finished: it is started, paused and cancelled here, and [#pulse(long)] brings what is shown of it up
/// to date. What it tells is its [RunTrace].
public final class RunViewModel {

    private final RunStarter starter;
    private final Background background;
    private final SampleFeed telemetry;
    private final MeasuredRates rates;
    private final Texts texts;
    private final Figures figures;
    private final Gauges gauges;
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.IDLE);
    private final ReadOnlyObjectWrapper<RunTrace> trace;
    private final ReadOnlyObjectWrapper<ShardBoard> board = new ReadOnlyObjectWrapper<>(ShardBoard.empty());
    private final ReadOnlyObjectWrapper<List<PassProgress>> passes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<ShardTimes>> times = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<RunFigures> now = new ReadOnlyObjectWrapper<>(RunFigures.NONE);
    private final ReadOnlyObjectWrapper<RunSummary> summary = new ReadOnlyObjectWrapper<>(RunSummary.NONE);
    private final ReadOnlyObjectWrapper<@Nullable ProblemReport> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable UnfinishedRun> unfinished = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> output = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ObjectProperty<TileFilter> filter = new SimpleObjectProperty<>(TileFilter.ALL);
    private RunSession session;
    private @Nullable Recipe recipe; // of the latest run

    /// @param rates told how fast runs were
    public RunViewModel(
            RunStarter starter,
            Background background,
            SampleFeed telemetry,
            MeasuredRates rates,
            Texts texts,
            Figures figures) {
        this.rates = rates;
        this.starter = starter;
        this.background = background;
        this.telemetry = telemetry;
        this.texts = texts;
        this.figures = figures;
        this.gauges = new Gauges(texts, figures);
        this.session = new RunSession(new RunTrace(texts, figures));
        this.trace = new ReadOnlyObjectWrapper<>(session.trace());
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What the run has told; another one with each run.
    ReadOnlyObjectProperty<RunTrace> traceProperty() {
        return trace.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ShardBoard> boardProperty() {
        return board.getReadOnlyProperty();
    }

    /// A bar for each pass.
    ReadOnlyObjectProperty<List<PassProgress>> passesProperty() {
        return passes.getReadOnlyProperty();
    }

    /// How long the shards took, for each pass of which some are done.
    ReadOnlyObjectProperty<List<ShardTimes>> timesProperty() {
        return times.getReadOnlyProperty();
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

    /// Which shards are shown.
    public ObjectProperty<TileFilter> filterProperty() {
        return filter;
    }

    public ObservableList<LogEntry> log() {
        return trace.get().log().shown();
    }

    public Gauges gauges() {
        return gauges;
    }

    /// For how long the run that is on has worked; zero if none is.
    public Duration elapsed() {
        return session.run().map(live -> live.progress().elapsed()).orElse(Duration.ZERO);
    }

    /// Starts a run unless one is on.
    public void start(Recipe wanted, Beginning beginning) {
        if (state.get().isLive()) {
            return;
        }
        reset(wanted);
        RunListener listener = session.listener();
        background.run(() -> starter.start(wanted, listener, beginning), this::started, this::fail);
    }

    /// Asks the run to hold, or a paused one to go on.
    public void pauseOrGoOn() {
        session.run()
                .ifPresent(live -> {
                    if (state.get() == RunState.RUNNING) {
                        live.pause();
                        state.set(RunState.PAUSED);
                    } else if (state.get() == RunState.PAUSED) {
                        live.goOn();
                        state.set(RunState.RUNNING);
                    }
                });
    }

    /// Asks the run to stop; what is done is kept.
    public void cancel() {
        if (state.get().isLive()) {
            state.set(RunState.CANCELLING);
            session.run().ifPresent(LiveRun::cancel);
        }
    }

    /// Takes in what happened since the pulse before.
    ///
    /// @param nanos of any steady clock
    public void pulse(long nanos) {
        session.pulse(nanos, this::show).ifPresent(this::end);
    }

    private void show(RunFigures figuresNow) {
        now.set(figuresNow);
        times.set(session.trace().times());
        telemetry
                .take()
                .ifPresent(sample -> {
                    gauges.add(sample);
                    session.take(sample);
                });
    }

    private void reset(Recipe next) {
        session = new RunSession(new RunTrace(texts, figures));
        gauges.clear();
        filter.set(TileFilter.ALL);
        trace.set(session.trace());
        showParts();
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

    private void showParts() {
        board.set(session.trace().board());
        passes.set(session.trace().passes());
        times.set(session.trace().times());
    }

    private void started(RunStarter.Started started) {
        session.started(started);
        showParts();
        if (state.get() == RunState.CANCELLING) {
            started.run().cancel();
        } else {
            state.set(RunState.RUNNING);
        }
    }

    private void end(RunResult result) {
        stop();
        switch (result) {
            case RunResult.Done done -> {
                session.measure(done.manifest(), rates);
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

    private void stop() {
        telemetry.stop();
        session.stop();
        times.set(session.trace().times());
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
        stop();
        problem.set(ProblemReport.of(texts.of("problem.run"), failure, texts.of("problem.remedy")));
        boolean wasFailed = state.get() == RunState.FAILED;
        state.set(RunState.FAILED);
        if (!wasFailed) {
            lookForUnfinished();
        }
    }
}
