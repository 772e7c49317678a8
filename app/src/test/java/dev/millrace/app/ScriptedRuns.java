package dev.millrace.app;

import dev.millrace.app.run.Beginning;
import dev.millrace.app.run.LiveRun;
import dev.millrace.app.run.RunStarter;
import dev.millrace.engine.Engine;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.RunListener;
import dev.millrace.engine.run.RunProgress;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.run.UnfinishedRun;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A run that goes as a test tells it, for states that a real one would rush through.
public final class ScriptedRuns implements RunStarter {

    private final Function<Recipe, Plan> planner;
    private RunListener listener = _ -> {};
    private Optional<RunResult> result = Optional.empty();
    private RunProgress progress = new RunProgress(0, 2, 0, 0, 1, Duration.ZERO, List.of());
    private boolean cancelled;
    private boolean paused;
    private @Nullable Recipe latest;
    private Beginning how = Beginning.NEW;
    private @Nullable UnfinishedRun unfinished;

    public ScriptedRuns() {
        this(new Engine()::plan);
    }

    public ScriptedRuns(Function<Recipe, Plan> planner) {
        this.planner = planner;
    }

    @Override
    public Started start(Recipe recipe, RunListener told, Beginning beginning) {
        listener = told;
        latest = recipe;
        how = beginning;
        result = Optional.empty();
        cancelled = false;
        return new Started(planner.apply(recipe), new Live());
    }

    @Override
    public Optional<UnfinishedRun> unfinished(Recipe recipe) {
        return Optional.ofNullable(unfinished);
    }

    /// What a run that ends without being done leaves.
    public void leave(@Nullable UnfinishedRun left) {
        unfinished = left;
    }

    public @Nullable Recipe recipe() {
        return latest;
    }

    public Beginning beginning() {
        return how;
    }

    public boolean isPaused() {
        return paused;
    }

    public void tell(RunEvent event) {
        listener.on(event);
    }

    public void be(RunProgress now) {
        progress = now;
    }

    public void end(RunResult end) {
        result = Optional.of(end);
    }

    public boolean isCancelled() {
        return cancelled;
    }

    private final class Live implements LiveRun {

        @Override
        public RunProgress progress() {
            return progress;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public void pause() {
            paused = true;
        }

        @Override
        public void goOn() {
            paused = false;
        }

        @Override
        public Optional<RunResult> result() {
            return result;
        }
    }
}
