package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// A file of comma-separated names that names the columns of shards without a header.
public final class Signature {

    private static final int MOST_COLUMNS = 100_000;

    private Signature() {}

    /// The names in a file, over one line or several, with `__DOT__` read as a dot.
    ///
    /// @throws DataException if it names nothing, or something twice
    /// @throws StorageException if it cannot be read
    public static List<String> read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException failure) {
            throw StorageException.reading(file, failure);
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        List<String> names = new ArrayList<>();
        RecordCursor cursor = new RecordCursor(text, 0, Dialect.CSV, true, MOST_COLUMNS);
        while (cursor.advance()) {
            cursor.values().stream().map(String::strip).filter(name -> !name.isEmpty()).forEach(names::add);
        }
        List<String> columns = names.stream().map(TextHeader::dotted).toList();
        if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
            throw new DataException(
                    new Problem(
                            Place.of(file),
                            columns.isEmpty() ? "the signature names no column" : "the signature names a column twice",
                            "Write the names of all columns, separated by commas"));
        }
        return columns;
    }
}
