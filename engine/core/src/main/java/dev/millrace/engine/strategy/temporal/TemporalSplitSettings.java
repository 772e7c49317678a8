package dev.millrace.engine.strategy.temporal;

import dev.millrace.engine.settings.Default;
import dev.millrace.engine.settings.Described;
import dev.millrace.engine.settings.NamesColumn;
import dev.millrace.engine.settings.NotEmpty;
import dev.millrace.engine.settings.Range;
import dev.millrace.engine.settings.Suggested;

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
@Described(
        title = "Temporal split",
        help =
                "Splits by time and by group: earlier rows are train or val by their group, later ones out of time. No"
                        + " group is in two of them, so nothing leaks.")
public record TemporalSplitSettings(
        @Described(title = "Date column", help = "When a row happened.") @NamesColumn @NotEmpty String dateColumn,
        @Described(title = "Group column", help = "Whom a row belongs to, such as a customer.") @NamesColumn @NotEmpty
                String groupColumn,
        @Described(
                        title = "Split date",
                        help = "Rows before it are train or val, such as 2025-06-01. In UTC unless it has an offset.")
                @NotEmpty
                String splitDate,
        @Described(
                        title = "Train ratio",
                        help = "This share of the groups with earlier rows is train, the others are val.",
                        unit = "of the groups")
                @Default("0.9")
                @Range(min = 0, max = 1)
                double trainRatio,
        @Described(title = "Date format", help = "How dates are written; auto detects it.")
                @Suggested({
                    "auto",
                    "iso",
                    "yyyy/MM/dd",
                    "MM/dd/yyyy",
                    "dd/MM/yyyy",
                    "dd.MM.yyyy",
                    "yyyyMMdd",
                    "epoch-seconds",
                    "epoch-milliseconds"
                })
                @Default("\"auto\"")
                @NotEmpty
                String dateFormat,
        @Described(
                        title = "Targets",
                        help = "Columns of which the main one becomes the row-wise maximum of the others.")
                @NamesColumn(NamesColumn.Usual.NUMERICAL)
                @Nullable List<String> targets,
        @Described(title = "Main target", help = "Which of the targets is the main one.", unit = "counted from 0")
                @Nullable Integer mainTaskIndex,
        @Described(title = "Name of the later split", help = "Some tools look for test.") @Default("\"oot\"")
                OotAlias ootAlias) {}
