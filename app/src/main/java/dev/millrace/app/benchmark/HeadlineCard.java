package dev.millrace.app.benchmark;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/// What follows from the runs, in sentences; then what was measured, and what makes figures less trustworthy.
final class HeadlineCard extends VBox {

    HeadlineCard() {
        getStyleClass().addAll("pane-card", "headline-card");
    }

    /// @param sentences the first ones are what counts most
    void show(List<String> sentences, String conditions, List<String> warnings) {
        getChildren().clear();
        for (String sentence : sentences) {
            getChildren().add(line(sentence, getChildren().isEmpty() ? "headline" : "headline-more"));
        }
        if (!conditions.isEmpty()) {
            getChildren().add(line(conditions, "hint"));
        }
        for (String warning : warnings) {
            Label line = line(warning, "warning-line");
            line.setGraphic(new FontIcon("mdomz-warning"));
            getChildren().add(line);
        }
    }

    private static Label line(String text, String style) {
        Label line = new Label(text);
        line.getStyleClass().add(style);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}
