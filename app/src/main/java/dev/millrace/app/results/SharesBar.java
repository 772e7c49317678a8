package dev.millrace.app.results;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Arrays;
import java.util.List;

/// What became of the rows, as one bar of parts with their labels below. A part is never narrower than its label needs;
/// the others share what is left.
final class SharesBar extends Pane {

    private static final double GAP = 8;
    private static final double BAR_HEIGHT = 8;
    private static final int SHADES = 4;

    private List<ResultsSummary.Share> shares = List.of();

    SharesBar() {
        getStyleClass().add("shares");
    }

    void show(List<ResultsSummary.Share> shown) {
        shares = shown;
        getChildren().clear();
        for (ResultsSummary.Share share : shown) {
            getChildren().add(part(share, getChildren().size() + 1));
        }
    }

    private static Node part(ResultsSummary.Share share, int number) {
        Region bar = new Region();
        bar.getStyleClass().addAll("share-part", "share-" + Math.min(number, SHADES));
        if (!share.written()) {
            bar.getStyleClass().add("left-out");
        }
        bar.setMinHeight(BAR_HEIGHT);
        bar.setMaxWidth(Double.MAX_VALUE);
        Label words = new Label(share.rows());
        words.getStyleClass().add("share-rows");
        words.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        words.setTooltip(new Tooltip(share.rows()));
        VBox part = new VBox(bar, words);
        part.getStyleClass().add("share");
        return part;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double tallest = getChildren().stream().mapToDouble(part -> part.prefHeight(-1)).max().orElse(0);
        return insets.getTop() + tallest + insets.getBottom();
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - GAP * Math.max(0, shares.size() - 1);
        double[] least = getChildren().stream().mapToDouble(part -> part.prefWidth(-1)).toArray();
        double needed = Math.max(1, Arrays.stream(least).sum());
        double fits = Math.min(1, room / needed);
        double all = shares.stream().mapToDouble(ResultsSummary.Share::share).sum();
        double[] more = new double[least.length];
        Arrays.setAll(more, i -> Math.max(0, room * shares.get(i).share() / all - least[i]));
        double wanted = Math.max(1, Arrays.stream(more).sum());
        double x = 0;
        for (int i = 0; i < shares.size(); i++) {
            double width = least[i] * fits + Math.max(0, room - needed) * more[i] / wanted;
            getChildren().get(i).resizeRelocate(x, 0, width, getHeight());
            x += width + GAP;
        }
    }
}
