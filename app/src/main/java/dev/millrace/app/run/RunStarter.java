package dev.millrace.app.run;

import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.RunListener;

/// Starts runs. May take a while: not for the screen's thread.
@FunctionalInterface
public interface RunStarter {

    Started start(Recipe recipe, RunListener listener);

    /// A run that is on.
    ///
    /// @param plan what the run does
    record Started(Plan plan, LiveRun run) {}
}
