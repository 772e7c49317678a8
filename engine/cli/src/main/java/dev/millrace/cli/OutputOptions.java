package dev.millrace.cli;

import dev.millrace.engine.problem.Place;
import dev.millrace.engine.recipe.OutputSettings;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RecipePlaces;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/// Options in place of a recipe's output settings.
final class OutputOptions {

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "The output folder, relative to the working directory.")
    private @Nullable Path output;

    @Option(names = "--overwrite", description = "Replace the results of an earlier run in the output folder.")
    private boolean overwrite;

    Recipe changed(Recipe recipe) {
        if (output == null) {
            return recipe.with(output(recipe, recipe.output().path()));
        }
        Path folder = output.toAbsolutePath().normalize();
        return new Recipe(
                placesOfOption(recipe.places()),
                recipe.folder(),
                recipe.name(),
                recipe.dataset(),
                recipe.job(),
                recipe.strategies(),
                recipe.artifacts(),
                output(recipe, folder.toString()),
                recipe.run());
    }

    private OutputSettings output(Recipe recipe, String folder) {
        OutputSettings settings = recipe.output();
        boolean replaces = overwrite || settings.overwrite();
        return new OutputSettings(folder, settings.format(), settings.compression(), replaces);
    }

    /// A message about the folder names the option, as the recipe's own folder is not to blame.
    private static RecipePlaces placesOfOption(RecipePlaces places) {
        return pointer -> pointer.equals("/output/path") ? Place.of("--output") : places.of(pointer);
    }
}
