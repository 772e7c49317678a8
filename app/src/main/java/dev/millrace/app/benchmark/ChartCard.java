package dev.millrace.app.benchmark;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A chart with its title, and below it what follows from it.
final class ChartCard extends VBox {

    private final Label finding = new Label();

    /// @param tools after the title, or below it where the card is narrow
    ChartCard(String title, Node chart, Node... tools) {
        getStyleClass().addAll("pane-card", "chart-card");
        Label heading = new Label(title);
        heading.getStyleClass().add("card-title");
        FlowPane head = new FlowPane(heading);
        head.getChildren().addAll(tools);
        head.getStyleClass().add("chart-head");
        head.setMinHeight(Region.USE_PREF_SIZE);
        finding.getStyleClass().add("hint");
        finding.setWrapText(true);
        finding.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(chart, Priority.ALWAYS);
        HBox.setHgrow(this, Priority.ALWAYS);
        setPrefWidth(0); // cards of a row share its width
        setMinWidth(0);
        chart.setAccessibleText(title);
        getChildren().setAll(head, chart, finding);
        say("");
    }

    /// What follows from the chart, in words.
    void say(String words) {
        finding.setText(words);
        finding.setVisible(!words.isEmpty());
        finding.setManaged(!words.isEmpty());
    }
}
