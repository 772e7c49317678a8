package dev.millrace.engine.strategy;

import dev.millrace.engine.dataset.Split;

import java.util.Set;

/// What of a dataset a strategy touches; the planner derives passes from it.
///
/// @param fitColumns columns whose values the fit looks at
/// @param fitSplits splits whose rows the fit looks at; empty if there is nothing to fit
/// @param looksAt columns whose values the transform looks at, those it edits included
/// @param edits columns whose cells the transform may change
/// @param splitsInto splits that the transform sends rows of train to; empty if it leaves rows in their split
/// @param movesRows whether the transform sends rows to other splits, leaves rows out or repeats them
/// @param fillsOnly whether all the transform does is to fill missing cells, with one value for each column
/// @param fitsFromFilled whether the fit can tell from the missing cells' counts what it would have found had they been
///   filled ([FitRound#filled])
public record Footprint(
        Set<String> fitColumns,
        Set<Split> fitSplits,
        Set<String> looksAt,
        Set<String> edits,
        Set<Split> splitsInto,
        boolean movesRows,
        boolean fillsOnly,
        boolean fitsFromFilled) {

    public Footprint {
        fitColumns = Set.copyOf(fitColumns);
        fitSplits = Set.copyOf(fitSplits);
        looksAt = Set.copyOf(looksAt);
        edits = Set.copyOf(edits);
        splitsInto = Set.copyOf(splitsInto);
    }
}
