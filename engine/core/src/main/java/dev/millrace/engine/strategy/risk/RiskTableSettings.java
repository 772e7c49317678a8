package dev.millrace.engine.strategy.risk;

import dev.millrace.engine.settings.Default;
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
public record RiskTableSettings(
        @NotEmpty List<String> fields,
        @Default("\"1\"") @NotEmpty String positiveLabel,
        @Default("0.01") @Range(min = 0, max = 1) double smoothFactor,
        @Default("5") @Range(min = 0) int countThreshold,
        @Default("100") @Range(min = 1) int maxUniqueThreshold) {}
