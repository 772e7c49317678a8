package dev.millrace.app.data;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.browse.ShardRow;
import dev.millrace.engine.profile.ColumnProfile;

/// What is in the grid, in words: for tooltips and for screen readers.
final class GridWords {

    private static final int MOST_SHOWN = 2000;

    private final RowsViewModel rows;
    private final ProfileViewModel profile;
    private final Texts texts;
    private final Figures figures;

    GridWords(RowsViewModel rows, ProfileViewModel profile, Texts texts, Figures figures) {
        this.rows = rows;
        this.profile = profile;
        this.texts = texts;
        this.figures = figures;
    }

    /// A cell with its place.
    String cell(long row, int column) {
        if (column >= rows.columnsProperty().get().size()) {
            return texts.of("data.preview.none");
        }
        return texts.of(
                "data.cell", rows.columnsProperty().get().get(column), figures.count(row + 1), whole(row, column));
    }

    /// A cell, or a bad row; empty while it is not read.
    String whole(long row, int column) {
        ShardRow found = rows.row(row, column);
        if (found == null) {
            return "";
        }
        String text = rows.cell(row, column);
        if (found.bad() != null) {
            return texts.of("data.cell.bad", found.bad().place(), found.bad().reason(), found.bad().remedy())
                    + "\n"
                    + cut(found.bad().raw());
        }
        return text == null ? "" : cut(text);
    }

    boolean isBad(long row) {
        ShardRow found = rows.row(row, 0);
        return found != null && found.bad() != null;
    }

    /// The head of a column.
    String head(int column) {
        String name = rows.columnsProperty().get().get(column);
        ColumnProfile known = profile.column(column);
        return known == null
                ? name
                : texts.of(
                        "data.head.tip",
                        name,
                        texts.of(known.type()),
                        figures.count(known.missing()),
                        figures.count(known.distinct()),
                        figures.count(known.rows()));
    }

    private static String cut(String text) {
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    }
}
