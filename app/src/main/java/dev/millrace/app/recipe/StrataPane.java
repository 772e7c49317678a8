package dev.millrace.app.recipe;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.strategy.sample.AllocationRule;
import dev.millrace.engine.strategy.sample.AllocationTable;
import dev.millrace.engine.strategy.sample.StratifiedSamplingSettings;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Strata and what every allocation draws of them; the chosen one stands out.
final class StrataPane extends VBox {

    private static final int MOST_STRATA = 8;

    private final Texts texts;
    private final Figures figures;
    private final GridPane grid = new GridPane();

    StrataPane(StrataGuess guess, StratifiedSamplingSettings settings, Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
        getStyleClass().add("closer-look");
        grid.getStyleClass().add("closer-grid");
        Label title =
                new Label(texts.of(guess.scaled() ? "recipe.strata.scaled" : "recipe.strata", guess.split().folder()));
        title.getStyleClass().add("times-head");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        fill(guess.table(), settings.allocation());
        getChildren().setAll(title, grid);
    }

    private void fill(AllocationTable table, AllocationRule chosen) {
        add(0, 0, texts.of("recipe.strata.stratum"), "times-head");
        add(1, 0, texts.of("recipe.strata.rows"), "times-head");
        for (int rule = 0; rule < table.rules().size(); rule++) {
            AllocationRule each = table.rules().get(rule);
            add(rule + 2, 0, texts.of(each), each == chosen ? "strata-chosen" : "times-head");
        }
        int row = 1;
        for (AllocationTable.Line line : table.lines().stream().limit(MOST_STRATA).toList()) {
            add(0, row, line.stratum(), "times-cell");
            add(1, row, texts.of("recipe.plan.about", figures.count(StrategyWords.rounded(line.rows()))), "times-cell");
            for (int rule = 0; rule < line.sizes().size(); rule++) {
                boolean isChosen = table.rules().get(rule) == chosen;
                add(rule + 2, row, figures.count(line.sizes().get(rule)), isChosen ? "strata-chosen" : "times-cell");
            }
            row++;
        }
        if (table.lines().size() > MOST_STRATA) {
            add(0, row, texts.of("recipe.risks.more", table.lines().size() - MOST_STRATA), "times-cell");
        }
    }

    private void add(int column, int row, String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        GridPane.setHalignment(label, column == 0 ? HPos.LEFT : HPos.RIGHT);
        grid.add(label, column, row);
    }
}
