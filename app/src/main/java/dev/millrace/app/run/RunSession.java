package dev.millrace.app.run;

import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.run.RunListener;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.telemetry.Telemetry;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// One run between the engine and its trace: hands on what it tells, and measures how fast it was. For the screen's
/// thread only, but for its listener.
final class RunSession {

    private static final int EVENTS_PER_PULSE = 2000;
    private static final long PROGRESS_NANOS = 100_000_000;

    private final RunTrace trace;
    private final RunFeed feed = new RunFeed();
    private @Nullable LiveRun run; // while it is on
    private @Nullable Plan plan;
    private long lastProgress;

    RunSession(RunTrace trace) {
        this.trace = trace;
    }

    RunTrace trace() {
        return trace;
    }

    /// Takes events from the engine's threads.
    RunListener listener() {
        return feed;
    }

    /// The run; empty before it has started and after it has ended.
    Optional<LiveRun> run() {
        return Optional.ofNullable(run);
    }

    void started(RunStarter.Started started) {
        plan = started.plan();
        trace.begin(started.plan());
        run = started.run();
    }

    /// Takes in what happened since the pulse before.
    ///
    /// @param nanos of any steady clock
    /// @param progressed told the figures, ten times a second
    /// @return the end, once everything that was told before it is taken in
    Optional<RunResult> pulse(long nanos, Consumer<RunFigures> progressed) {
        LiveRun live = run;
        if (live == null) {
            return Optional.empty();
        }
        boolean ended = live.result().isPresent(); // asked first: every event of an ended run is in the feed
        feed.drain(EVENTS_PER_PULSE, event -> trace.take(event, nanos));
        if (ended || nanos - lastProgress >= PROGRESS_NANOS) {
            lastProgress = nanos;
            progressed.accept(trace.take(live.progress(), nanos));
        }
        trace.log().show();
        return ended && feed.isEmpty() ? live.result() : Optional.empty();
    }

    void take(Telemetry.Sample sample) {
        trace.take(sample);
    }

    /// Nothing more comes of the run.
    void stop() {
        if (run != null) {
            run = null;
            trace.stop();
        }
    }

    /// Notes how fast a run was that is done.
    void measure(Manifest manifest, MeasuredRates rates) {
        Plan done = plan;
        if (done != null && manifest.resumed().isEmpty()) {
            Duration time = Duration.between(manifest.started(), manifest.ended());
            int workers = trace.lanes().lanes().size();
            rates.add(done.recipe().run().mode(), done.dataset().type(), done.bytesToRead(), time, workers);
        }
    }
}
