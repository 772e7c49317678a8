package dev.millrace.engine.strategy.risk;

import dev.millrace.engine.settings.Default;
import dev.millrace.engine.settings.Described;
import dev.millrace.engine.settings.NamesColumn;
import dev.millrace.engine.settings.NotEmpty;
import dev.millrace.engine.settings.Range;

import java.util.List;

/// Settings of `risk-table-mapping`.
///
/// @param fields the columns to map
/// @param positiveLabel the label whose share is the risk; compared as a number where both are numbers
/// @param smoothFactor S = floor(valid rows · smoothFactor) rows of default risk are added to every category
/// @param countThreshold a category with fewer rows gets the default risk
/// @param maxUniqueThreshold a field with this many distinct values or more is left untouched
@Described(
        title = "Risk-table mapping",
        help =
                "Replaces each value of a column by the share of positive labels among its rows, smoothed towards the"
                        + " overall share.")
public record RiskTableSettings(
        @Described(
                        title = "Columns to map",
                        help = "They get numbers in place of their values; all others pass through unchanged.")
                @NamesColumn(NamesColumn.Usual.CATEGORICAL)
                @NotEmpty
                List<String> fields,
        @Described(title = "Positive label", help = "The label whose share is the risk.") @Default("\"1\"") @NotEmpty
                String positiveLabel,
        @Described(
                        title = "Smoothing factor",
                        help =
                                "This share of rows with the overall risk is added to every value; more pulls rare"
                                        + " values to it.",
                        unit = "of the valid rows")
                @Default("0.01")
                @Range(min = 0, max = 1)
                double smoothFactor,
        @Described(title = "Count threshold", help = "Values in fewer rows get the overall risk.", unit = "rows")
                @Default("5")
                @Range(min = 0)
                int countThreshold,
        @Described(
                        title = "Most distinct values",
                        help = "A column with as many or more is left as it is, with a warning.",
                        unit = "values")
                @Default("100")
                @Range(min = 1)
                int maxUniqueThreshold) {}
