package dev.millrace.engine.jsonlines;

import dev.millrace.engine.recipe.BadRowPolicy;
import dev.millrace.engine.recipe.OutputSettings;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.testing.RecipeText;

import java.util.List;

/// Recipes without a strategy, which no recipe file may be.
final class Copying {

    private Copying() {}

    /// A recipe that writes every row in a format.
    static Recipe recipe(RecipeText text, OutputSettings.Format format) {
        Recipe read = text.riskTable(List.of("any"), "1").read();
        OutputSettings output = read.output();
        return new Recipe(
                read.places(),
                read.folder(),
                read.name(),
                read.dataset(),
                read.job(),
                List.of(),
                read.artifacts(),
                new OutputSettings(output.path(), format, output.compression(), output.overwrite()),
                read.run());
    }

    /// A recipe that writes every row that is one.
    static Recipe recipe(RecipeText text, BadRowPolicy policy) {
        Recipe recipe = recipe(text, OutputSettings.Format.SAME);
        return recipe.with(recipe.run().withOnBadRow(policy));
    }
}
