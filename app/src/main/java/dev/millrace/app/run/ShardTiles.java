package dev.millrace.app.run;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import java.util.Arrays;
import java.util.BitSet;

/// One tile for each shard, or for those of one state, on a canvas: ten thousand nodes would be too many. Paints only
/// what changed.
final class ShardTiles extends PaintedRegion {

    private final TilePainter painter;
    private final Tooltip tooltip = new Tooltip();
    private final ReadOnlyStringWrapper described = new ReadOnlyStringWrapper("");
    private ShardBoard board = ShardBoard.empty();
    private TileFilter filter = TileFilter.ALL;
    private int[] shown = new int[0]; // positions on the board, as the filter orders them
    private TileGrid grid = TileGrid.fitting(0, 1, 1);
    private int cursor = -1; // among those shown

    ShardTiles(Texts texts, Figures figures) {
        painter = new TilePainter(texts, figures);
        getStyleClass().add("shard-tiles");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setOnMouseMoved(this::hover);
        setOnMouseExited(_ -> describe(-1));
        setOnKeyPressed(this::move);
    }

    /// The tile under the mouse or the keyboard's cursor, in words; empty when there is none.
    ReadOnlyStringProperty describedProperty() {
        return described.getReadOnlyProperty();
    }

    void setBoard(ShardBoard other) {
        board = other;
        showFiltered();
    }

    void setFilter(TileFilter wanted) {
        filter = wanted;
        showFiltered();
    }

    private void showFiltered() {
        shown = filter.of(board);
        describe(-1);
        requestLayout();
    }

    /// Paints the tiles that changed.
    void refresh() {
        BitSet changed = board.takeChanged();
        if (changed.isEmpty()) {
            return;
        }
        if (isSeen()) {
            paint(changed);
        } else {
            requestLayout();
        }
    }

    private void paint(BitSet changed) {
        setAccessibleText(painter.summary(board));
        if (filter != TileFilter.ALL && !Arrays.equals(shown, filter.of(board))) {
            showFiltered();
            return;
        }
        for (int at = 0; at < shown.length; at++) {
            if (changed.get(shown[at])) {
                painter.paint(graphics(), paints(), grid, board, shown[at], at);
            }
        }
    }

    @Override
    void paintAll() {
        shown = filter.of(board);
        grid = TileGrid.fitting(shown.length, paintedWidth(), paintedHeight());
        board.touchAll();
        paint(board.takeChanged());
    }

    private void hover(MouseEvent event) {
        Point2D at = painted(event);
        describe(grid.at(at.getX(), at.getY(), shown.length));
    }

    private void move(KeyEvent event) {
        int step =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    case UP -> -grid.columns();
                    case DOWN -> grid.columns();
                    default -> 0;
                };
        if (step != 0 && shown.length > 0) {
            describe(Math.clamp((long) cursor + step, 0, shown.length - 1));
            event.consume();
        }
    }

    private void describe(int at) {
        cursor = at;
        if (at < 0) {
            Tooltip.uninstall(this, tooltip);
            described.set("");
        } else {
            described.set(painter.describe(board, shown[at]));
            tooltip.setText(described.get());
            Tooltip.install(this, tooltip);
        }
    }
}
