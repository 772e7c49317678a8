package dev.millrace.engine.recipe;

import dev.millrace.engine.settings.Default;
import dev.millrace.engine.settings.NotEmpty;

/// Where results go.
///
/// @param path the output folder; relative to the recipe file
/// @param overwrite whether the results of an earlier run there may be replaced
public record OutputSettings(@NotEmpty String path, @Default("false") boolean overwrite) {}
