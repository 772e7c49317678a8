package dev.millrace.app;

import dev.millrace.app.run.LiveRun;
import dev.millrace.app.run.RunStarter;
import dev.millrace.engine.Engine;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.RunListener;
import dev.millrace.engine.run.RunProgress;
import dev.millrace.engine.run.RunResult;

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

    public ScriptedRuns() {
        this(new Engine()::plan);
    }

    public ScriptedRuns(Function<Recipe, Plan> planner) {
        this.planner = planner;
    }

    @Override
    public Started start(Recipe recipe, RunListener told) {
        listener = told;
        result = Optional.empty();
        cancelled = false;
        return new Started(planner.apply(recipe), new Live());
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
        public Optional<RunResult> result() {
            return result;
        }
    }
}
