package dev.millrace.app.problem;

import dev.millrace.app.view.Desktop;
import dev.millrace.app.view.Shown;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The problem card. Included by every place that can have a problem; takes no room while there is none.
public final class ProblemController {

    private static final int MOST_SHOWN = 6;

    private final Desktop desktop;
    private final ObjectProperty<@Nullable ProblemReport> report = new SimpleObjectProperty<>();

    @FXML private VBox problem;
    @FXML private Label title;
    @FXML private VBox findings;
    @FXML private ToggleButton detailsButton;
    @FXML private TextArea details;
    @FXML private HBox actions;

    public ProblemController(Desktop desktop) {
        this.desktop = desktop;
    }

    @FXML
    private void initialize() {
        Shown.when(report.isNotNull(), problem);
        Shown.when(detailsButton.selectedProperty(), details);
        report.subscribe(this::show);
    }

    /// Shows what a view model reports.
    public void bind(ObservableValue<? extends @Nullable ProblemReport> shown) {
        report.bind(shown);
    }

    /// Adds a button of the place.
    public void addAction(Button action) {
        actions.getChildren().add(action);
    }

    @FXML
    private void copy() {
        ProblemReport shown = report.get();
        if (shown != null) {
            desktop.copy(shown.asText());
        }
    }

    private void show(@Nullable ProblemReport shown) {
        detailsButton.setSelected(false);
        if (shown != null) {
            title.setText(shown.title());
            details.setText(shown.details());
            List<Node> blocks = new ArrayList<>();
            shown.problems().stream().limit(MOST_SHOWN).forEach(found -> blocks.add(new ProblemBlock(found)));
            findings.getChildren().setAll(blocks);
        }
    }
}
