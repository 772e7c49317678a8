package dev.millrace.engine.strategy.split;

import dev.millrace.engine.settings.Default;
import dev.millrace.engine.settings.Range;

/// Settings of `tabular-split`.
///
/// @param trainRatio floor(rows · trainRatio) rows are train, the others are the holdout
/// @param testValRatio ceil(holdout · testValRatio) rows are val, the others are test
/// @param stratify whether every class of the label has its share in every split
public record TabularSplitSettings(
        @Default("0.7") @Range(min = 0, max = 1) double trainRatio,
        @Default("0.5") @Range(min = 0, max = 1) double testValRatio,
        @Default("true") boolean stratify) {}
