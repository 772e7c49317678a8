package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.settings.Default;
import dev.millrace.engine.settings.Described;
import dev.millrace.engine.settings.NamesColumn;
import dev.millrace.engine.settings.Suggested;

import java.util.List;
import java.util.Map;

/// Settings of `missing-value-imputation`.
///
/// @param numerical what fills numerical columns
/// @param categorical what fills categorical columns
/// @param text what fills text columns
/// @param columns what fills single columns, by name
/// @param exclude columns that are left as they are; the label always is
@Described(
        title = "Missing-value imputation",
        help = "Fills missing cells with a value learned from the training rows, or with one of yours.")
public record ImputationSettings(
        @Described(title = "Numerical columns", help = "What fills columns of numbers. The median is exact.")
                @Suggested({"mean", "median", "mode", "constant"})
                @Default("\"mean\"")
                Filling numerical,
        @Described(title = "Categorical columns", help = "What fills columns of a few values that repeat.")
                @Suggested({"mode", "constant"})
                @Default("\"mode\"")
                Filling categorical,
        @Described(title = "Text columns", help = "What fills columns of texts, most of them different.")
                @Suggested({"mode", "constant", "empty"})
                @Default("\"mode\"")
                Filling text,
        @Described(title = "Single columns", help = "What fills a column in place of the rule for its type.")
                @NamesColumn
                @Default("{}")
                Map<String, Filling> columns,
        @Described(title = "Columns to leave alone", help = "Their missing cells stay missing. The label always does.")
                @NamesColumn
                @Default("[]")
                List<String> exclude) {}
