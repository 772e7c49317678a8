package dev.millrace.app.run;

import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.RunListener;
import dev.millrace.engine.run.UnfinishedRun;

import java.util.Optional;

/// Starts runs. May take a while: not for the screen's thread.
public interface RunStarter {

    Started start(Recipe recipe, RunListener listener, Beginning beginning);

    /// What a run of the recipe could go on with.
    Optional<UnfinishedRun> unfinished(Recipe recipe);

    /// A run that is on.
    ///
    /// @param plan what the run does
    record Started(Plan plan, LiveRun run) {}
}
