package dev.millrace.app.recipe;

import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.format.Preview;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.DatasetSettings;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.recipe.RecipeDraft;
import dev.millrace.engine.recipe.RecipePlaces;
import dev.millrace.engine.run.RunEstimate;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Looks at a document as a run would, short of running it: the engine reads it, opens its dataset, checks and plans.
/// Opens files, so it is used in the background. The dataset stays open while nothing that is said of it changes.
final class RecipeChecker {

    private final Engine engine;
    private @Nullable Opened opened;

    private record Opened(Path folder, DatasetSettings settings, Job job, Dataset dataset, DatasetSample sample) {
        boolean isFor(Recipe recipe) {
            return folder.equals(recipe.folder())
                    && settings.equals(recipe.dataset())
                    && job == recipe.job()
                    && !dataset.schema().isOpen(); // rows may bring columns that another recipe asks for
        }
    }

    RecipeChecker(Engine engine) {
        this.engine = engine;
    }

    /// Everything that can be said of a document.
    ///
    /// @param folder what its relative paths are relative to
    synchronized RecipeReview review(RecipeDocument document, Path folder) {
        RecipeDraft draft = engine.draft(document, folder, RecipePlaces.UNSAVED);
        List<Problem> problems = new ArrayList<>(draft.problems());
        Recipe recipe = draft.sound().orElse(null);
        if (recipe == null) {
            return new RecipeReview(document, null, null, problems, DatasetSample.NONE);
        }
        try {
            Opened found = open(recipe);
            problems.addAll(engine.problems(recipe, found.dataset()));
            Plan plan = problems.isEmpty() ? engine.plan(recipe, found.dataset()) : null;
            RunEstimate estimate = plan == null ? null : engine.estimate(plan);
            return new RecipeReview(document, plan, estimate, problems, found.sample());
        } catch (EngineException unusable) {
            problems.addAll(unusable.problems());
            return new RecipeReview(document, null, null, problems, DatasetSample.NONE);
        }
    }

    private Opened open(Recipe recipe) {
        if (opened != null && opened.isFor(recipe)) {
            return opened;
        }
        Dataset dataset = engine.openDataset(recipe);
        opened = new Opened(recipe.folder(), recipe.dataset(), recipe.job(), dataset, sample(dataset, recipe));
        return opened;
    }

    /// Rows that cannot be read are the business of the data's own place.
    private DatasetSample sample(Dataset dataset, Recipe recipe) {
        try {
            Preview preview = engine.preview(dataset, dataset.shards().getFirst(), DatasetSample.MOST_ROWS);
            return DatasetSample.of(dataset, preview, MissingTokens.orDefault(recipe.dataset().missing()));
        } catch (EngineException unreadable) {
            return DatasetSample.NONE;
        }
    }
}
