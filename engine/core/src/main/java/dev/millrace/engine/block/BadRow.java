package dev.millrace.engine.block;

import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import org.jspecify.annotations.Nullable;

/// A row of a shard that is no row.
///
/// @param place file and line where it begins
/// @param column name of the column at fault, null when it is the row as a whole
/// @param reason what is wrong with it
/// @param remedy what to do about it
/// @param raw the row as it is written, without its line break; cut off when it is very long, bytes that are no text as
///   `\xE9`
public record BadRow(Place place, @Nullable String column, String reason, String remedy, String raw) {

    private static final int EXCERPT = 60;

    /// What is wrong with it, with the beginning of the row.
    public Problem problem() {
        String excerpt = raw.length() > EXCERPT ? raw.substring(0, EXCERPT) + " …" : raw;
        return new Problem(column == null ? place : place.inColumn(column), reason + ": " + excerpt.strip(), remedy);
    }

    /// The error that it is where no bad row is allowed.
    public DataException exception() {
        return new DataException(problem());
    }
}
