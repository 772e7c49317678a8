package dev.millrace.app.project;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RecipeDocument;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// What is open.
///
/// @param opened what the person chose: a recipe file or a folder of shards
/// @param file the recipe's file, null as long as it has none
/// @param document the recipe as it is written, or a new one for a folder that has none
/// @param recipe what could be made of the document
/// @param dataset what the recipe is about
/// @param unsaved work that was never saved, from before a crash; null if there is none
public record Project(
        Path opened,
        @Nullable Path file,
        RecipeDocument document,
        Recipe recipe,
        Dataset dataset,
        @Nullable UnsavedWork unsaved) {}
