package dev.millrace.app.recipe;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.FullText;

import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

import java.util.List;

/// Raw risk against smoothed risk, category by category: a ring and a dot on a line for each.
final class RiskPane extends VBox {

    private static final double TRACK = 96;
    private static final double ROW = 18;
    private static final double RADIUS = 4;

    private final Texts texts;
    private final Figures figures;
    private final GridPane grid = new GridPane();

    RiskPane(CategoryRisks risks, Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
        getStyleClass().add("closer-look");
        grid.getStyleClass().add("closer-grid");
        ChoiceBox<String> field = new ChoiceBox<>();
        List<String> names = risks.fields().stream().map(CategoryRisks.Field::name).toList();
        field.getItems().setAll(names);
        field.setAccessibleText(texts.of("recipe.risks.field"));
        field.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(at -> show(risks.fields().get(Math.max(0, at.intValue()))));
        field.getSelectionModel().selectFirst();
        Label title = new Label(texts.of("recipe.risks"));
        title.getStyleClass().add("times-head");
        HBox head = new HBox(title, field);
        head.getStyleClass().add("closer-head");
        getChildren().setAll(head, grid);
    }

    private void show(CategoryRisks.Field field) {
        grid.getChildren().clear();
        int row = 0;
        for (CategoryRisks.Category category : field.categories()) {
            Label name = cell(category.name().isEmpty() ? texts.of("recipe.risks.missing") : category.name());
            name.setMaxWidth(TRACK);
            FullText.asTooltip(name);
            grid.addRow(
                    row++,
                    name,
                    cell(figures.count(category.rows())),
                    dumbbell(category, field.highest()),
                    cell(texts.of("recipe.risks.change", percent(category.raw()), percent(category.smoothed()))));
        }
        if (field.more() > 0) {
            grid.addRow(row, cell(texts.of("recipe.risks.more", field.more())));
        }
    }

    private String percent(double share) {
        return texts.of("recipe.risks.percent", 100 * share);
    }

    private static Label cell(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("times-cell");
        return label;
    }

    private static Node dumbbell(CategoryRisks.Category category, double highest) {
        double raw = x(category.raw(), highest);
        double smoothed = x(category.smoothed(), highest);
        Line line = new Line(raw, ROW / 2, smoothed, ROW / 2);
        line.getStyleClass().add("risk-line");
        Circle before = new Circle(raw, ROW / 2, RADIUS);
        before.getStyleClass().add("risk-raw");
        Circle after = new Circle(smoothed, ROW / 2, RADIUS);
        after.getStyleClass().add("risk-smoothed");
        Pane track = new Pane(line, before, after);
        track.setMinSize(TRACK, ROW);
        track.setMaxSize(TRACK, ROW);
        return track;
    }

    private static double x(double share, double highest) {
        return RADIUS + (highest <= 0 ? 0 : share / highest) * (TRACK - 2 * RADIUS);
    }
}
