package dev.millrace.app.data;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

import java.util.List;

/// A histogram as large as its place.
final class HistogramView extends GridPaints.Painted {

    private static final double HEIGHT = 72;

    private final Canvas canvas = new Canvas();
    private final List<Long> counts;
    private final boolean exact;

    HistogramView(List<Long> counts, boolean exact) {
        this.counts = counts;
        this.exact = exact;
        getStyleClass().add("data-grid");
        getChildren().add(canvas);
        canvas.setManaged(false);
        setMinSize(0, HEIGHT);
        setPrefHeight(HEIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        pen.setFill(paints.of(GridInk.LINE));
        pen.fillRect(0, getHeight() - 1, getWidth(), 1);
        pen.setFill(paints.of(exact ? GridInk.BAR : GridInk.BAR_SOFT));
        ColumnChart.paint(pen, counts, 0, 0, getWidth(), getHeight() - 1);
    }
}
