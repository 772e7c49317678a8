package dev.millrace.engine.strategy;

import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Schema;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.NearestName;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;

/// What a strategy is applied to.
///
/// @param source what a person calls the dataset, for messages
/// @param schema its columns
/// @param label name of the label column, null when the recipe names none
/// @param missing the tokens that count as missing
/// @param splits the splits that the strategies before this one leave the rows in
/// @param training whether strategies are fitted; else their artifacts are loaded
/// @param seed of all random choices
/// @param strict whether a bad row is an error; else it is left out
public record Subject(
        String source,
        Schema schema,
        @Nullable String label,
        MissingTokens missing,
        Set<Split> splits,
        boolean training,
        long seed,
        boolean strict) {

    public Subject {
        splits = Set.copyOf(splits);
    }

    /// What is wrong with a setting that names a column: that there is none of this name; empty if there is one.
    public Optional<Problem> absent(String column, Place place) {
        return schema.has(column)
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                place,
                                "there is no column '" + column + "' in " + source,
                                NearestName.remedy(column, schema.columns())));
    }
}
