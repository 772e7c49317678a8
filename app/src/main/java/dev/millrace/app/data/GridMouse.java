package dev.millrace.app.data;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// The mouse in the grid: choose a cell or a column, draw a range, pull the edge of a head, and read what is cut off.
final class GridMouse {

    private static final double GRIP = 4;
    private static final int NOTHING = -1;

    private final DataGrid grid;
    private final GridWords words;
    private final Tooltip tooltip = new Tooltip();
    private int pulled = NOTHING;

    GridMouse(DataGrid grid, GridWords words) {
        this.grid = grid;
        this.words = words;
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
        tooltip.setShowDelay(Duration.millis(400));
    }

    void install() {
        grid.setOnMousePressed(this::press);
        grid.setOnMouseDragged(this::drag);
        grid.setOnMouseReleased(_ -> pulled = NOTHING);
        grid.setOnMouseMoved(this::move);
        grid.setOnMouseExited(_ -> Tooltip.uninstall(grid, tooltip));
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        grid.requestFocus();
        Point2D mouse = grid.at(event);
        pulled = gripAt(mouse);
        if (pulled != NOTHING) {
            if (event.getClickCount() == 2) {
                grid.fit(pulled);
            }
            return;
        }
        GridView view = grid.view();
        int column = view.columnAt(mouse.getX());
        long row = view.rowAt(mouse.getY());
        GridSelection at = grid.selectionProperty().get();
        if (column >= 0) {
            grid.choose(at.moved(row < 0 ? at.row() : row, column, event.isShiftDown() && row >= 0));
        } else if (row >= 0) {
            grid.choose(at.moved(row, at.column(), event.isShiftDown()));
        }
    }

    private void drag(MouseEvent event) {
        GridView view = grid.view();
        Point2D mouse = grid.at(event);
        if (pulled != NOTHING) {
            grid.resize(pulled, mouse.getX() - view.x(pulled));
            return;
        }
        int column = view.columnAt(mouse.getX());
        long row = view.rowAt(mouse.getY());
        if (column >= 0 && row >= 0) {
            grid.choose(grid.selectionProperty().get().moved(row, column, true));
        }
    }

    private void move(MouseEvent event) {
        Point2D mouse = grid.at(event);
        boolean grip = gripAt(mouse) != NOTHING;
        grid.setCursor(grip ? Cursor.H_RESIZE : Cursor.DEFAULT);
        String text = textAt(mouse);
        if (text.isEmpty()) {
            Tooltip.uninstall(grid, tooltip);
        } else {
            tooltip.setText(text);
            Tooltip.install(grid, tooltip);
        }
    }

    private String textAt(Point2D at) {
        GridView view = grid.view();
        int column = view.columnAt(at.getX());
        long row = view.rowAt(at.getY());
        if (row >= 0) {
            String whole = words.whole(row, Math.max(0, column));
            boolean shown = column >= 0 && !words.isBad(row) && !grid.isCutOff(whole, column);
            return shown ? "" : whole;
        }
        return column >= 0 && at.getY() < GridView.HEAD ? words.head(column) : "";
    }

    /// The column whose right edge is there, in the heads.
    private int gripAt(Point2D at) {
        GridView view = grid.view();
        double x = at.getX();
        if (at.getY() >= GridView.HEAD) {
            return NOTHING;
        }
        int column = view.columnAt(x - GRIP);
        boolean near = column >= 0 && Math.abs(view.x(column) + view.columns().width(column) - x) <= GRIP;
        return near ? column : NOTHING;
    }
}
