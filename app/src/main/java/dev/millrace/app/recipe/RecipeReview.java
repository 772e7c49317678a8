package dev.millrace.app.recipe;

import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.recipe.RecipePlaces;
import dev.millrace.engine.run.RunEstimate;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// What is known of a recipe document.
///
/// @param document what was looked at
/// @param plan what a run will do; null if there are problems
/// @param estimate what it will need; null if there are problems
/// @param problems everything that is wrong with it
/// @param sample what the first rows of its dataset tell
public record RecipeReview(
        RecipeDocument document,
        @Nullable Plan plan,
        @Nullable RunEstimate estimate,
        List<Problem> problems,
        DatasetSample sample) {

    private static final String UNSAVED = RecipePlaces.UNSAVED.of("").source();

    public RecipeReview {
        problems = List.copyOf(problems);
    }

    /// The recipe, if it can run.
    public Optional<Recipe> recipe() {
        return Optional.ofNullable(plan).map(Plan::recipe);
    }

    /// Where in the document a problem is, as a JSON pointer; empty if it is not a setting that is wrong.
    static String pointer(Problem problem) {
        String source = problem.place().source();
        return source.startsWith(UNSAVED + "/") ? source.substring(UNSAVED.length()) : "";
    }

    /// What is wrong with the value at a pointer or inside it.
    List<Problem> problemsAt(String pointer) {
        return problems.stream().filter(problem -> isWithin(pointer(problem), pointer)).toList();
    }

    static boolean isWithin(String pointer, String around) {
        return pointer.equals(around) || pointer.startsWith(around + "/");
    }
}
