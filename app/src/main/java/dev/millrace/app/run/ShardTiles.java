package dev.millrace.app.run;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import java.util.BitSet;
import java.util.List;

/// One tile for each shard, on a canvas: ten thousand nodes would be too many. Paints only what changed.
final class ShardTiles extends Region {

    private final Canvas canvas = new Canvas();
    private final TilePaints paints = new TilePaints(this, this::requestLayout);
    private final TilePainter painter;
    private final Tooltip tooltip = new Tooltip();
    private final ReadOnlyStringWrapper described = new ReadOnlyStringWrapper("");
    private ShardBoard board = ShardBoard.empty();
    private TileGrid grid = TileGrid.fitting(0, 1, 1);
    private int cursor = -1;

    ShardTiles(Texts texts, Figures figures) {
        painter = new TilePainter(texts, figures);
        getStyleClass().add("shard-tiles");
        getChildren().add(canvas);
        canvas.setManaged(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setMinSize(0, 0);
        setOnMouseMoved(this::hover);
        setOnMouseExited(_ -> describe(-1));
        setOnKeyPressed(this::move);
    }

    /// The tile under the mouse or the keyboard's cursor, in words; empty when there is none.
    ReadOnlyStringProperty describedProperty() {
        return described.getReadOnlyProperty();
    }

    void setBoard(ShardBoard shown) {
        board = shown;
        describe(-1);
        requestLayout();
    }

    /// Paints the tiles that changed.
    void refresh() {
        BitSet changed = board.takeChanged();
        if (changed.isEmpty()) {
            return;
        }
        changed.stream().forEach(shard -> painter.paint(canvas.getGraphicsContext2D(), paints, grid, board, shard));
        setAccessibleText(painter.summary(board));
    }

    TilePaints paints() {
        return paints;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        grid = TileGrid.fitting(board.size(), getWidth(), getHeight());
        board.touchAll();
        refresh();
    }

    private void hover(MouseEvent event) {
        describe(grid.at(event.getX(), event.getY(), board.size()));
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
        if (step != 0 && board.size() > 0) {
            describe(Math.clamp((long) cursor + step, 0, board.size() - 1));
            event.consume();
        }
    }

    private void describe(int shard) {
        cursor = shard;
        if (shard < 0) {
            Tooltip.uninstall(this, tooltip);
            described.set("");
        } else {
            described.set(painter.describe(board, shard));
            tooltip.setText(described.get());
            Tooltip.install(this, tooltip);
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return TilePaints.metaData();
    }
}
