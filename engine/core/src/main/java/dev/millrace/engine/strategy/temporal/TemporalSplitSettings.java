package dev.millrace.engine.strategy.temporal;

import dev.millrace.engine.settings.Default;
import dev.millrace.engine.settings.NotEmpty;
import dev.millrace.engine.settings.Range;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Settings of `temporal-split`.
///
/// @param dateColumn when a row happened
/// @param groupColumn whom it belongs to, such as a customer
/// @param splitDate rows before it are train or val; an ISO date or date-time, in UTC unless it has an offset
/// @param trainRatio floor(groups · trainRatio) of the groups with a row before are train, the others val
/// @param dateFormat how dates are written; `auto` detects it
/// @param targets columns of which one becomes the row-wise maximum of the others
/// @param mainTaskIndex which of the targets that is, from 0
/// @param ootAlias the name of the split of later rows
public record TemporalSplitSettings(
        @NotEmpty String dateColumn,
        @NotEmpty String groupColumn,
        @NotEmpty String splitDate,
        @Default("0.9") @Range(min = 0, max = 1) double trainRatio,
        @Default("\"auto\"") @NotEmpty String dateFormat,
        @Nullable List<String> targets,
        @Nullable Integer mainTaskIndex,
        @Default("\"oot\"") OotAlias ootAlias) {}
