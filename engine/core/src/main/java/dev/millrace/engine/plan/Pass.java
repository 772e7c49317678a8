package dev.millrace.engine.plan;

import dev.millrace.engine.dataset.Split;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/// One scan over shards.
///
/// @param kind what it is for
/// @param strategies positions, in the recipe, of the strategies it fits or applies
/// @param columns positions, in the schema, of the columns that are looked at; all others are passed through
/// @param splits the splits that are scanned
/// @param why in words, what it does and why it is needed
public record Pass(Kind kind, List<Integer> strategies, SortedSet<Integer> columns, Set<Split> splits, String why) {

    /// What a pass is for.
    public enum Kind {
        /// Collects statistics of the fitted split.
        FIT,
        /// Writes every split.
        TRANSFORM
    }

    public Pass {
        strategies = List.copyOf(strategies);
    }
}
