package dev.millrace.engine.strategy.split;

import dev.millrace.engine.settings.Default;
import dev.millrace.engine.settings.Described;
import dev.millrace.engine.settings.Range;

/// Settings of `tabular-split`.
///
/// @param trainRatio floor(rows · trainRatio) rows are train, the others are the holdout
/// @param testValRatio ceil(holdout · testValRatio) rows are val, the others are test
/// @param stratify whether every class of the label has its share in every split
@Described(
        title = "Random split",
        help = "Numbers the labels and splits the rows at random into train, val and test. The counts are exact.")
public record TabularSplitSettings(
        @Described(
                        title = "Train ratio",
                        help = "This share of the rows is train, the others are the holdout.",
                        unit = "of all rows")
                @Default("0.7")
                @Range(min = 0, max = 1)
                double trainRatio,
        @Described(
                        title = "Val ratio of the holdout",
                        help = "This share of the holdout is val, the rest is test.",
                        unit = "of the holdout")
                @Default("0.5")
                @Range(min = 0, max = 1)
                double testValRatio,
        @Described(
                        title = "Stratify by the label",
                        help = "Every label has its share in train, val and test. Does nothing without a label column.")
                @Default("true")
                boolean stratify) {}
