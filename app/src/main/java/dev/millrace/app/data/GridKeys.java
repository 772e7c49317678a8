package dev.millrace.app.data;

import javafx.scene.input.KeyEvent;

/// The keyboard in the grid: arrows, pages and ends, with Shift for a range.
final class GridKeys {

    private final DataGrid grid;

    GridKeys(DataGrid grid) {
        this.grid = grid;
    }

    void install() {
        grid.setOnKeyPressed(this::press);
    }

    private void press(KeyEvent event) {
        GridSelection at = grid.selectionProperty().get();
        GridView view = grid.view();
        boolean far = event.isShortcutDown();
        long lastRow = view.rows() - 1;
        int lastColumn = view.columns().count() - 1;
        GridSelection to =
                switch (event.getCode()) {
                    case UP -> moved(event, far ? 0 : at.row() - 1, at.column());
                    case DOWN -> moved(event, far ? lastRow : at.row() + 1, at.column());
                    case LEFT -> moved(event, at.row(), far ? 0 : at.column() - 1);
                    case RIGHT -> moved(event, at.row(), far ? lastColumn : at.column() + 1);
                    case PAGE_UP -> moved(event, at.row() - view.wholeRows(), at.column());
                    case PAGE_DOWN -> moved(event, at.row() + view.wholeRows(), at.column());
                    case HOME -> moved(event, far ? 0 : at.row(), 0);
                    case END -> moved(event, far ? lastRow : at.row(), lastColumn);
                    default -> at;
                };
        if (!to.equals(at)) {
            grid.choose(to);
        }
        if (event.getCode().isNavigationKey()) {
            event.consume();
        }
    }

    private GridSelection moved(KeyEvent event, long row, int column) {
        GridView view = grid.view();
        return grid.selectionProperty()
                .get()
                .moved(row, column, event.isShiftDown())
                .within(view.rows(), view.columns().count());
    }
}
