package dev.millrace.engine.plan;

import dev.millrace.engine.strategy.Footprint;
import dev.millrace.engine.strategy.Strategy;
import dev.millrace.engine.strategy.Subject;

import java.util.Collections;

/// A strategy in its place in the recipe.
///
/// @param subject the dataset as the strategies before it leave it
/// @param footprint what of it the strategy touches
public record Step(Strategy strategy, Subject subject, Footprint footprint) {

    /// Whether the fit of this strategy looks at something that an earlier one changes.
    public boolean dependsOn(Step earlier) {
        boolean fits = !footprint.fitSplits().isEmpty();
        return fits
                && (earlier.footprint.movesRows()
                        || !Collections.disjoint(footprint.fitColumns(), earlier.footprint.edits()));
    }

    /// Whether it depends on an earlier one only in a way that lets both be fitted in one pass: the earlier one fills
    /// missing cells, and this one's fit can tell what that does to its counts.
    public boolean derivesFrom(Step earlier) {
        return dependsOn(earlier) && earlier.footprint.fillsOnly() && footprint.fitsFromFilled();
    }
}
