package dev.millrace.engine.recipe;

import dev.millrace.engine.settings.Described;
import dev.millrace.engine.settings.NamesFolder;

import org.jspecify.annotations.Nullable;

/// Where a job that does not fit finds what an earlier run learned.
///
/// @param input the `model` folder of an earlier run (or its output folder), for every job but training
@Described(title = "Earlier artifacts", help = "What a job other than training applies.")
public record ArtifactSettings(
        @Described(title = "Folder of artifacts", help = "The output of a training run, or its model folder.")
                @NamesFolder
                @Nullable String input) {}
