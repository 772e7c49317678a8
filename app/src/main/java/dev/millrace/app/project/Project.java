package dev.millrace.app.project;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.recipe.Recipe;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// What is open.
///
/// @param opened what the person chose: a recipe file or a folder of shards
/// @param file the recipe's file, null as long as it has none
/// @param recipe as it was read, or a draft for a folder that has none
public record Project(Path opened, @Nullable Path file, Recipe recipe, Dataset dataset) {}
