package dev.millrace.app.project;

import dev.millrace.engine.recipe.RecipeDocument;

import java.time.Instant;

/// A recipe that was edited and never saved.
///
/// @param document as it was
/// @param when it was last changed
public record UnsavedWork(RecipeDocument document, Instant when) {}
