package dev.millrace.engine.problem;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Where something is: a file, and in it a line and a column when they are known.
///
/// @param source what a person calls the thing: a file name, a folder, or a path inside a recipe
/// @param line line number counted from 1, 0 when it is not known
/// @param column name of the column, or null when the whole line is meant
public record Place(String source, long line, @Nullable String column) {

    public static Place of(Path file) {
        return new Place(file.toString(), 0, null);
    }

    public static Place of(String source) {
        return new Place(source, 0, null);
    }

    public Place atLine(long number) {
        return new Place(source, number, column);
    }

    public Place inColumn(String name) {
        return new Place(source, line, name);
    }

    /// The place in words, such as `part-00003.csv, line 9, column 'amount'`.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Shown.of(source));
        if (line > 0) {
            text.append(", line ").append(line);
        }
        if (column != null) {
            text.append(", column '").append(Shown.of(column)).append('\'');
        }
        return text.toString();
    }
}
