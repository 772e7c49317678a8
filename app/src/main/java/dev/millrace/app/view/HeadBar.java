package dev.millrace.app.view;

import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

import java.util.List;

/// A head: its first child says what is below, the others are what can be done, at the right of it. Where there is too
/// little room for all of them, they are below it.
public class HeadBar extends Pane {

    private static final double GAP = 8;
    private static final double LEAST_FOR_TITLES = 200;

    /// To be filled.
    public HeadBar() {}

    public HeadBar(Node... children) {
        super(children);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private Node titles() {
        return getManagedChildren().getFirst();
    }

    private List<Node> tools() {
        return getManagedChildren().subList(1, getManagedChildren().size());
    }

    private double toolsWidth() {
        return tools().stream().mapToDouble(tool -> snapSizeX(tool.prefWidth(-1)) + GAP).sum();
    }

    private double toolsHeight() {
        return tools().stream().mapToDouble(tool -> tool.prefHeight(-1)).max().orElse(0);
    }

    private double roomForTitles(double width) {
        return isOneLine(width) ? width - toolsWidth() : width;
    }

    private boolean isOneLine(double width) {
        return width < 0 || width - toolsWidth() >= Math.max(LEAST_FOR_TITLES, titles().minWidth(-1));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return titles().prefWidth(-1) + toolsWidth();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double titles = titles().prefHeight(width < 0 ? -1 : roomForTitles(width));
        return snapSizeY(isOneLine(width) ? Math.max(titles, toolsHeight()) : titles + GAP + toolsHeight());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        boolean oneLine = isOneLine(width);
        double room = roomForTitles(width);
        double top = oneLine ? getHeight() : getHeight() - GAP - toolsHeight();
        layoutInArea(titles(), 0, 0, room, top, 0, HPos.LEFT, VPos.CENTER);
        double x = oneLine ? room + GAP : 0;
        double y = oneLine ? 0 : top + GAP;
        for (Node tool : tools()) {
            double wide = snapSizeX(tool.prefWidth(-1));
            layoutInArea(tool, x, y, wide, oneLine ? top : toolsHeight(), 0, HPos.LEFT, VPos.CENTER);
            x += wide + GAP;
        }
    }
}
