package dev.millrace.engine.run;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.Recipe;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A run under way: watch it, cancel it, wait for it. Safe for any thread.
public final class Run {

    private final RunControl control;
    private final RunCounters counters;
    private final Listeners listeners;
    private final Clock clock;
    private final int workers;
    private final CompletableFuture<RunResult> result = new CompletableFuture<>();

    private Run(RunControl control, RunCounters counters, Listeners listeners, Clock clock, int workers) {
        this.control = control;
        this.counters = counters;
        this.listeners = listeners;
        this.clock = clock;
        this.workers = workers;
    }

    /// Starts a run on a thread of its own.
    ///
    /// @param resume whether to go on with an unfinished run, if there is one
    /// @param listeners told of every event until the run has ended
    public static Run start(
            Plan plan,
            ShardCodecs codecs,
            BlockSize size,
            Clock clock,
            boolean resume,
            RunSafety safety,
            List<RunListener> listeners) {
        MemoryLimit limit = MemoryLimit.of(plan.recipe().run(), Runtime.getRuntime().maxMemory());
        int workers = WorkerCount.of(plan, size, limit, Runtime.getRuntime().availableProcessors());
        RunControl control = new RunControl();
        RunCounters counters = new RunCounters(plan.passes().size(), plan.bytesToRead(), workers, control);
        Listeners told = new Listeners(listeners);
        Run run = new Run(control, counters, told, clock, workers);
        RunLifecycle lifecycle =
                new RunLifecycle(plan, codecs, size, clock, workers, resume, safety, control, counters, told);
        Thread.ofPlatform().name("millrace-run").start(() -> run.execute(lifecycle));
        return run;
    }

    private void execute(RunLifecycle lifecycle) {
        try {
            result.complete(lifecycle.run());
        } catch (Error fault) {
            result.complete(new RunResult.Failed(new IllegalStateException("the engine failed: " + fault, fault)));
            throw fault;
        }
    }

    /// Why a run of a recipe would be refused its output folder; empty if it would not. Changes nothing on disk.
    public static List<Problem> refusal(Recipe recipe) {
        return EarlierResults.in(recipe.outputPath())
                .refusal(recipe.output().overwrite(), recipe.places().of("/output/path"))
                .stream()
                .toList();
    }

    public RunProgress progress() {
        return counters.snapshot();
    }

    /// What the workers spent their time with so far.
    public StageTimes stages() {
        return counters.stages().times();
    }

    public int workers() {
        return workers;
    }

    /// Asks the run to stop. It does at the next block of each worker; what is done stays for a run that resumes it.
    public void cancel() {
        control.cancel();
    }

    /// Asks the run to hold. It does at the next block of each worker.
    public void pause() {
        if (control.pause()) {
            listeners.tell(new RunEvent.Paused(clock.instant()));
        }
    }

    public boolean isPaused() {
        return control.isPaused();
    }

    /// Has a paused run go on.
    public void goOn() {
        if (control.goOn()) {
            listeners.tell(new RunEvent.WentOn(clock.instant()));
        }
    }

    /// Waits for the end.
    public RunResult await() {
        return result.join();
    }

    /// The end, for those who do not wait.
    public CompletableFuture<RunResult> result() {
        return result.copy();
    }
}
