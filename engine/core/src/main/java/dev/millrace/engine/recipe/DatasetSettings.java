package dev.millrace.engine.recipe;

import dev.millrace.engine.settings.NotEmpty;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What is read.
///
/// @param path a folder of shards, or one file; relative to the recipe file
/// @param label name of the label column
/// @param missing texts that stand for a missing value in place of those that pandas takes as NA
public record DatasetSettings(@NotEmpty String path, @Nullable String label, @Nullable List<String> missing) {

    /// The same settings, for another path.
    public DatasetSettings at(String other) {
        return new DatasetSettings(other, label, missing);
    }
}
