package dev.millrace.engine.strategy;

import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Schema;

import org.jspecify.annotations.Nullable;

/// What a strategy is applied to.
///
/// @param source what a person calls the dataset, for messages
/// @param schema its columns
/// @param label name of the label column, null when the recipe names none
/// @param missing the tokens that count as missing
public record Subject(String source, Schema schema, @Nullable String label, MissingTokens missing) {}
