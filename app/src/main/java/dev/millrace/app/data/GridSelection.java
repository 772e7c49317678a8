package dev.millrace.app.data;

/// A cell with the keyboard's cursor and the range of cells from an anchor to it. Rows and columns count from 0.
///
/// @param row of the cursor
/// @param column of the cursor
/// @param anchorRow where the range was begun
/// @param anchorColumn where the range was begun
record GridSelection(long row, int column, long anchorRow, int anchorColumn) {

    static final GridSelection FIRST = at(0, 0);

    static GridSelection at(long row, int column) {
        return new GridSelection(row, column, row, column);
    }

    /// The cursor elsewhere.
    ///
    /// @param extend whether the range stays begun where it was
    GridSelection moved(long toRow, int toColumn, boolean extend) {
        return extend ? new GridSelection(toRow, toColumn, anchorRow, anchorColumn) : at(toRow, toColumn);
    }

    /// Within a table of so many rows and columns.
    GridSelection within(long rows, int columns) {
        long lastRow = Math.max(0, rows - 1);
        int lastColumn = Math.max(0, columns - 1);
        return new GridSelection(
                Math.clamp(row, 0, lastRow),
                Math.clamp(column, 0, lastColumn),
                Math.clamp(anchorRow, 0, lastRow),
                Math.clamp(anchorColumn, 0, lastColumn));
    }

    long firstRow() {
        return Math.min(row, anchorRow);
    }

    long lastRow() {
        return Math.max(row, anchorRow);
    }

    int firstColumn() {
        return Math.min(column, anchorColumn);
    }

    int lastColumn() {
        return Math.max(column, anchorColumn);
    }

    long cells() {
        return (lastRow() - firstRow() + 1) * (lastColumn() - firstColumn() + 1L);
    }

    boolean holds(long otherRow, int otherColumn) {
        return firstRow() <= otherRow
                && otherRow <= lastRow()
                && firstColumn() <= otherColumn
                && otherColumn <= lastColumn();
    }
}
