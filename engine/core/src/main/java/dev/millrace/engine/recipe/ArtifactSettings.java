package dev.millrace.engine.recipe;

import org.jspecify.annotations.Nullable;

/// Where a job that does not fit finds what an earlier run learned.
///
/// @param input the `model` folder of an earlier run (or its output folder), for every job but training
public record ArtifactSettings(@Nullable String input) {}
