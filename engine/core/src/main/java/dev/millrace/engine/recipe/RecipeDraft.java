package dev.millrace.engine.recipe;

import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;

import java.util.List;
import java.util.Optional;

/// A recipe document that may have mistakes.
///
/// @param sound what can be made of it: the recipe itself if there are no mistakes; else, if at least the dataset is
///   sound, a recipe in which unsound strategies are left out and unsound sections have their defaults
/// @param problems every mistake
public record RecipeDraft(Optional<Recipe> sound, List<Problem> problems) {

    public RecipeDraft {
        problems = List.copyOf(problems);
    }

    /// The recipe.
    ///
    /// @throws RecipeException if there are mistakes
    public Recipe recipe() {
        if (!problems.isEmpty()) {
            throw new RecipeException(problems);
        }
        return sound.orElseThrow();
    }
}
