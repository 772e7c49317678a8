package dev.millrace.engine.results;

import java.nio.file.Path;
import java.util.List;

/// A part of an artifact as a table. The first column tells its rows apart.
///
/// @param file path of the artifact relative to the output folder
/// @param kind what it shows
/// @param of the field or split that it is about; empty if it is about all
/// @param headings one for each column
/// @param rows as long as the headings
public record ArtifactTable(String file, Kind kind, String of, List<Heading> headings, List<List<Cell>> rows) {

    public ArtifactTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /// The tables of an artifact.
    ///
    /// @param name its path relative to the output folder
    /// @throws dev.millrace.engine.problem.EngineException if it cannot be read or is not JSON
    public static List<ArtifactTable> of(String name, Path file) {
        return ArtifactReader.tables(name, file);
    }

    /// In English, for reports.
    public String words() {
        return of.isEmpty() ? kind.words : kind.words + " " + of;
    }

    /// What tables there are.
    public enum Kind {
        FIELDS("Risk tables"),
        RISKS("Risks of"),
        FILLS("Filled columns"),
        STRATA("Strata of"),
        LABELS("Numbers of the labels"),
        DOCUMENT("Values");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }
}
