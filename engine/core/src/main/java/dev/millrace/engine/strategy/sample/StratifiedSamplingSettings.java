package dev.millrace.engine.strategy.sample;

import dev.millrace.engine.settings.Default;
import dev.millrace.engine.settings.NotEmpty;
import dev.millrace.engine.settings.OrFile;
import dev.millrace.engine.settings.Range;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// Settings of `stratified-sampling`.
///
/// @param strataColumn its distinct texts are the strata; `1` and `1.0` are two
/// @param targetSize rows wanted of each sampled split
/// @param allocation how they are shared out over the strata
/// @param minPerStratum the least rows wanted of a stratum
/// @param varianceColumn a numerical column whose standard deviation weighs the strata of an optimal allocation
/// @param referenceCounts for external allocation: an object of counts by stratum, or the path of a JSON file with one
/// @param multiplier of the reference counts
/// @param replacement whether strata with too few rows are drawn with replacement
/// @param exactTarget whether what the floors leave over is shared out too
/// @param splits the splits that are sampled; others pass unchanged
public record StratifiedSamplingSettings(
        @NotEmpty String strataColumn,
        @Range(min = 1) long targetSize,
        @Default("\"balanced\"") AllocationRule allocation,
        @Default("10") @Range(min = 0) long minPerStratum,
        @Nullable String varianceColumn,
        @OrFile @Nullable JsonNode referenceCounts,
        @Default("1.0") @Range(min = 0) double multiplier,
        @Default("false") boolean replacement,
        @Default("false") boolean exactTarget,
        @Default("[\"train\", \"val\"]") @NotEmpty List<String> splits) {}
