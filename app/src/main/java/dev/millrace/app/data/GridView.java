package dev.millrace.app.data;

/// Which part of the table is on the screen. The gutter with the row numbers and the first column stay where they are
/// when the rest moves.
///
/// @param width of the grid without its scroll bar
/// @param height of the grid without its scroll bar
/// @param gutter width of the row numbers
/// @param left by how much the columns are moved to the left
/// @param top by how much the rows are moved up
/// @param rows how many rows there are
record GridView(GridColumns columns, double width, double height, double gutter, double left, double top, long rows) {

    static final double ROW = 28;
    static final double HEAD = 88;

    /// Room for the scroll bars beside and below.
    static final double BAR = 12;

    private static final double MOST_FROZEN = 0.6;

    /// Columns that stay: one, unless it would take most of the room.
    int frozen() {
        return columns.count() > 1 && gutter + columns.width(0) < width * MOST_FROZEN ? 1 : 0;
    }

    /// Where the columns that move begin.
    double edge() {
        return gutter + columns.start(frozen());
    }

    /// The left edge of a column on the screen.
    double x(int column) {
        return column < frozen() ? gutter + columns.start(column) : gutter + columns.start(column) - left;
    }

    /// The upper edge of a row on the screen.
    double y(long row) {
        return HEAD + row * ROW - top;
    }

    long firstRow() {
        return (long) (top / ROW);
    }

    /// The last row of which anything is seen; before the first if there is none.
    long lastRow() {
        return Math.min(rows - 1, (long) ((top + height - HEAD) / ROW));
    }

    /// Rows that are seen whole.
    long wholeRows() {
        return Math.max(1, (long) ((height - HEAD) / ROW));
    }

    /// The first of the columns that move.
    int firstColumn() {
        return Math.max(frozen(), columns.at(left + columns.start(frozen())));
    }

    int lastColumn() {
        return columns.count() == 0 ? -1 : columns.at(left + width - gutter);
    }

    /// How far columns can be moved.
    double mostLeft() {
        return Math.max(0, gutter + columns.total() - width);
    }

    /// How far rows can be moved.
    double mostTop() {
        return Math.max(0, rows * ROW - (height - HEAD));
    }

    /// The column at a place on the screen; -1 in the gutter and beyond the last.
    int columnAt(double x) {
        if (x < gutter || columns.count() == 0) {
            return -1;
        }
        double inTable = x < edge() ? x - gutter : x - gutter + left;
        return inTable >= columns.total() ? -1 : columns.at(inTable);
    }

    /// The row at a place on the screen; -1 in the head and beyond the last.
    long rowAt(double y) {
        long row = y < HEAD ? -1 : (long) ((y - HEAD + top) / ROW);
        return row < rows ? row : -1;
    }

    /// By how much to move so that a column is seen whole.
    double leftFor(int column) {
        if (column < frozen()) {
            return left;
        }
        double start = columns.start(column) - columns.start(frozen());
        double least = columns.start(column) + columns.width(column) + gutter - width;
        return Math.clamp(Math.max(Math.min(left, start), Math.min(least, start)), 0, mostLeft());
    }

    /// By how much to move so that a row is seen whole.
    double topFor(long row) {
        double least = (row + 1) * ROW - (height - HEAD);
        return Math.clamp(Math.max(Math.min(top, row * ROW), least), 0, mostTop());
    }
}
