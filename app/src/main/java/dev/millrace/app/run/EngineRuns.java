package dev.millrace.app.run;

import dev.millrace.engine.Engine;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.Run;
import dev.millrace.engine.run.RunListener;
import dev.millrace.engine.run.RunProgress;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.run.UnfinishedRun;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Runs of the engine.
public final class EngineRuns implements RunStarter {

    private final Engine engine;

    public EngineRuns(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Started start(Recipe recipe, RunListener listener, Beginning beginning) {
        Plan plan = engine.plan(beginning == Beginning.REPLACING ? recipe.with(recipe.output().overwriting()) : recipe);
        Run run =
                switch (beginning) {
                    case NEW, REPLACING -> engine.start(plan, listener);
                    case RESUMED -> engine.resume(plan, listener);
                };
        return new Started(plan, new EngineRun(run));
    }

    @Override
    public Optional<UnfinishedRun> unfinished(Recipe recipe) {
        return engine.unfinished(recipe);
    }

    private static final class EngineRun implements LiveRun {

        private final Run run;
        private final CompletableFuture<RunResult> end;

        EngineRun(Run run) {
            this.run = run;
            this.end = run.result();
        }

        @Override
        public RunProgress progress() {
            return run.progress();
        }

        @Override
        public void cancel() {
            run.cancel();
        }

        @Override
        public void pause() {
            run.pause();
        }

        @Override
        public void goOn() {
            run.goOn();
        }

        @Override
        public Optional<RunResult> result() {
            return end.isDone() ? Optional.of(end.join()) : Optional.empty();
        }
    }
}
