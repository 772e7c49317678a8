package dev.millrace.app.run;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A gauge: its name, the figure now, what it is a part of, and the last minute as a line.
public final class GaugeCard extends VBox {

    private final Label title = new Label();
    private final Label value = new Label("–");
    private final Label detail = new Label();
    private final Sparkline sparkline = new Sparkline();

    public GaugeCard() {
        getStyleClass().add("gauge");
        title.getStyleClass().add("gauge-title");
        value.getStyleClass().add("gauge-value");
        detail.getStyleClass().add("gauge-detail");
        title.setMinWidth(USE_PREF_SIZE);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        HBox head = new HBox(title, spring, detail);
        head.getStyleClass().add("gauge-head");
        HBox.setHgrow(sparkline, Priority.ALWAYS);
        HBox figures = new HBox(value, sparkline);
        figures.getStyleClass().add("gauge-figures");
        VBox.setVgrow(figures, Priority.ALWAYS);
        getChildren().setAll(head, figures);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    void bind(Gauge gauge) {
        value.textProperty().bind(gauge.valueProperty());
        detail.textProperty().bind(gauge.detailProperty());
        gauge.historyProperty().subscribe(sparkline::show);
        accessibleTextProperty().bind(title.textProperty().concat(" ").concat(gauge.valueProperty()));
    }
}
