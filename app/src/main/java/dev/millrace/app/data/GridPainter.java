package dev.millrace.app.data;

import dev.millrace.app.text.Figures;
import dev.millrace.engine.block.BadRow;
import dev.millrace.engine.browse.ShardRow;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.profile.ColumnProfile;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

/// Paints the cells that are on the screen. What moves is painted first, what stays over it.
final class GridPainter {

    static final double PADDING = 12;

    private static final String EMPTY = "–";
    private static final double SKELETON = 8;

    private final RowsViewModel rows;
    private final ProfileViewModel profile;
    private final GridPaints paints;
    private final Figures figures;
    private final HeadPainter heads;
    private final TextFitter cells = new TextFitter(Font.font("IBM Plex Sans", 13));

    GridPainter(RowsViewModel rows, ProfileViewModel profile, GridPaints paints, Figures figures, HeadPainter heads) {
        this.rows = rows;
        this.profile = profile;
        this.paints = paints;
        this.figures = figures;
        this.heads = heads;
    }

    TextFitter cells() {
        return cells;
    }

    /// The width of the row numbers.
    double gutter(long count) {
        return cells.width(figures.count(Math.max(count, 999))) + 2 * PADDING;
    }

    void paint(GraphicsContext pen, GridView view, GridSelection selection, MissingTokens missing) {
        pen.setFill(paints.of(GridInk.SURFACE));
        pen.fillRect(0, 0, view.width(), view.height());
        pen.setTextBaseline(VPos.CENTER);
        for (long row = view.firstRow(); row <= view.lastRow(); row++) {
            paintRow(pen, view, row, selection, missing);
        }
        heads.paint(pen, view, rows.columnsProperty().get(), selection.column());
        paintEdges(pen, view);
    }

    private void paintRow(
            GraphicsContext pen, GridView view, long row, GridSelection selection, MissingTokens missing) {
        ShardRow first = rows.row(row, 0);
        BadRow bad = first == null ? null : first.bad();
        GridInk ground = bad != null ? GridInk.DANGER_SOFT : row % 2 == 0 ? GridInk.SURFACE : GridInk.STRIPE;
        pen.setFill(paints.of(ground));
        pen.fillRect(0, view.y(row), view.width(), GridView.ROW);
        if (bad == null) {
            for (int column = view.firstColumn(); column <= view.lastColumn(); column++) {
                paintCell(pen, view, row, column, selection, missing);
            }
            pen.setFill(paints.of(ground));
            pen.fillRect(0, view.y(row), view.edge(), GridView.ROW);
            for (int column = 0; column < view.frozen(); column++) {
                paintCell(pen, view, row, column, selection, missing);
            }
        } else {
            paintBad(pen, view, row, bad, selection);
        }
        pen.setFill(paints.of(GridInk.MUTED));
        pen.setFont(cells.font());
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText(figures.count(row + 1), view.gutter() - PADDING, middle(view, row));
    }

    private void paintCell(
            GraphicsContext pen, GridView view, long row, int column, GridSelection selection, MissingTokens missing) {
        double x = view.x(column);
        double width = view.columns().width(column);
        if (selection.holds(row, column) && selection.cells() > 1) {
            pen.setFill(paints.of(GridInk.ACCENT_SOFT));
            pen.fillRect(x, view.y(row), width, GridView.ROW);
        }
        String cell = rows.cell(row, column);
        if (cell == null) {
            pen.setFill(paints.of(GridInk.HEAD));
            double bar = Math.min(width - 2 * PADDING, 40.0 + (int) ((row * 37 + column * 11L) % 40));
            pen.fillRoundRect(x + PADDING, middle(view, row) - SKELETON / 2, bar, SKELETON, SKELETON, SKELETON);
        } else {
            boolean none = missing.contains(cell);
            paintText(pen, none && cell.isEmpty() ? EMPTY : cell, none, isNumber(column), x, width, middle(view, row));
        }
        if (selection.row() == row && selection.column() == column) {
            paintCursor(pen, x, view.y(row), width);
        }
    }

    private void paintText(
            GraphicsContext pen, String text, boolean muted, boolean right, double x, double width, double y) {
        pen.setFont(cells.font());
        pen.setFill(paints.of(muted ? GridInk.MUTED : GridInk.TEXT));
        pen.setTextAlign(right ? TextAlignment.RIGHT : TextAlignment.LEFT);
        pen.fillText(cells.fitted(text, width - 2 * PADDING), right ? x + width - PADDING : x + PADDING, y);
    }

    private void paintBad(GraphicsContext pen, GridView view, long row, BadRow bad, GridSelection selection) {
        String line = bad.place().line() > 0 ? figures.count(bad.place().line()) + ": " : "";
        String text = "✕  " + line + bad.reason() + "  ·  " + bad.raw();
        pen.setFont(cells.font());
        pen.setFill(paints.of(GridInk.DANGER));
        pen.setTextAlign(TextAlignment.LEFT);
        double room = view.width() - view.gutter() - 2 * PADDING;
        pen.fillText(cells.fitted(text, room), view.gutter() + PADDING, middle(view, row));
        if (selection.row() == row) {
            paintCursor(pen, view.gutter(), view.y(row), view.width() - view.gutter());
        }
    }

    private void paintCursor(GraphicsContext pen, double x, double y, double width) {
        pen.setStroke(paints.of(GridInk.ACCENT));
        pen.setLineWidth(2);
        pen.strokeRect(x + 1, y + 1, width - 2, GridView.ROW - 2);
    }

    private void paintEdges(GraphicsContext pen, GridView view) {
        pen.setStroke(paints.of(GridInk.LINE));
        pen.setLineWidth(1);
        double bottom = Math.min(view.height(), view.y(view.rows()));
        line(pen, view.gutter(), bottom);
        if (view.frozen() > 0) {
            pen.setLineWidth(view.left() > 0 ? 2 : 1);
            line(pen, view.edge(), bottom);
        }
    }

    private static void line(GraphicsContext pen, double x, double bottom) {
        pen.strokeLine(Math.floor(x) - 0.5, 0, Math.floor(x) - 0.5, bottom);
    }

    private boolean isNumber(int column) {
        @Nullable ColumnProfile known = profile.column(column);
        return known != null && known.type() == ColumnProfile.Type.NUMERICAL;
    }

    private static double middle(GridView view, long row) {
        return view.y(row) + GridView.ROW / 2;
    }
}
