package dev.millrace.app.results;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// What became of the rows, as one bar of parts that are labelled below.
final class SharesBar extends GridPane {

    private static final double LEAST_WIDTH = 104;
    private static final double HEIGHT = 8;

    SharesBar() {
        getStyleClass().add("shares");
        setMaxWidth(Double.MAX_VALUE);
    }

    void show(List<ResultsSummary.Share> shares) {
        getChildren().clear();
        getColumnConstraints().clear();
        double all = shares.stream().mapToDouble(ResultsSummary.Share::share).sum();
        for (ResultsSummary.Share share : shares) {
            ColumnConstraints width = new ColumnConstraints(LEAST_WIDTH, LEAST_WIDTH, Double.MAX_VALUE);
            width.setPercentWidth(Math.max(100 * share.share() / all, 8));
            width.setHgrow(Priority.ALWAYS);
            width.setHalignment(HPos.LEFT);
            getColumnConstraints().add(width);
            add(part(share, getColumnConstraints().size()), getColumnConstraints().size() - 1, 0);
        }
    }

    private static VBox part(ResultsSummary.Share share, int number) {
        Region bar = new Region();
        bar.getStyleClass().addAll("share-part", "share-" + Math.min(number, 4));
        bar.pseudoClassStateChanged(PseudoClass.getPseudoClass("left-out"), !share.written());
        bar.setMinHeight(HEIGHT);
        bar.setMaxWidth(Double.MAX_VALUE);
        Label name = new Label(share.name());
        name.getStyleClass().add("fact-name");
        Label rows = new Label(share.rows());
        rows.getStyleClass().add("share-rows");
        VBox part = new VBox(bar, name, rows);
        part.getStyleClass().add("share");
        return part;
    }
}
