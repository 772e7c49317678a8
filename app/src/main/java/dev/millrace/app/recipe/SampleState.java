package dev.millrace.app.recipe;

import dev.millrace.engine.recipe.StrategyEntry;
import dev.millrace.engine.run.SampleRun;

import org.jspecify.annotations.Nullable;

/// What is known of a strategy's work on the first rows.
sealed interface SampleState {

    /// Nothing: no strategy is chosen, or the recipe cannot run.
    record None() implements SampleState {}

    /// It cannot be tried on so few rows.
    ///
    /// @param finding why
    record Impossible(String finding) implements SampleState {}

    /// Rows before and after.
    ///
    /// @param label the label column, null if the recipe names none
    /// @param expectedRows rows of the whole dataset by its size; 0 if that is not known
    record Ready(
            StrategyEntry strategy, @Nullable String label, SampleRun run, SampleChanges changes, long expectedRows)
            implements SampleState {

        /// Position of a column; −1 if there is none.
        int column(@Nullable String name) {
            return name == null ? -1 : run.columns().indexOf(name);
        }
    }
}
