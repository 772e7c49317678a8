package dev.millrace.app.history;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.results.ArtifactDifference;
import dev.millrace.engine.results.RecipeDifference;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// Two runs side by side: figures with their ratio, settings that differ, numbers that moved.
final class ComparisonPane extends VBox {

    private static final double LINE = 32; // with texts of the usual size
    private static final double LEAST_WIDTH = 320; // of a card, then
    private static final double SCROLL_BAR = 12;

    private final Texts texts;
    private final Figures figures;
    private final ComparisonWords words;
    private final Label title = new Label();
    private final Label recipeTitle = new Label();
    private final Label artifactTitle = new Label();
    private final TableView<RunComparison.Figure> figureTable = new TableView<>();
    private final TableView<RecipeDifference.Change> recipeTable = new TableView<>();
    private final TableView<ArtifactDifference.Change> artifactTable = new TableView<>();

    ComparisonPane(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
        this.words = new ComparisonWords(texts, figures);
        getStyleClass().add("comparison");
        title.getStyleClass().add("card-heading");
        title.setId("comparisonTitle");
        figureTable.setId("comparedFigures");
        recipeTable.setId("comparedRecipe");
        artifactTable.setId("comparedArtifacts");
        fillColumns();
        figureTable.setPlaceholder(new Label(texts.of("history.figures.none")));
        recipeTable.setPlaceholder(new Label(texts.of("history.recipe.none")));
        HBox cards =
                new HBox(
                        card(new Label(texts.of("history.figures")), figureTable, 380),
                        card(recipeTitle, recipeTable, 380),
                        card(artifactTitle, artifactTable, 440));
        cards.getStyleClass().add("comparison-cards");
        ScrollPane beside = new ScrollPane(cards); // with large texts they are wider than a window
        beside.getStyleClass().add("page-scroll");
        beside.setFitToWidth(true);
        beside.setFitToHeight(true);
        beside.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(beside, Priority.ALWAYS);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(title, beside);
    }

    private static VBox card(Label heading, TableView<?> table, double width) {
        heading.getStyleClass().addAll("card-title", "compared-title");
        heading.setMinWidth(0);
        table.setFixedCellSize(LINE);
        table.getStyleClass().add("dense");
        table.setMinHeight(0);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox card = new VBox(heading, table);
        card.getStyleClass().addAll("pane-card", "table-card");
        card.setPrefWidth(width);
        card.minWidthProperty().bind(table.fixedCellSizeProperty().multiply(LEAST_WIDTH / LINE));
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private void fillColumns() {
        add(figureTable, "history.column.figure", 0.36, RunComparison.Figure::name);
        addNumber(figureTable, "history.column.first", 0.21, RunComparison.Figure::first);
        addNumber(figureTable, "history.column.second", 0.22, RunComparison.Figure::second);
        addNumber(figureTable, "history.column.ratio", 0.21, words::ratio);
        add(recipeTable, "history.column.setting", 0.5, RecipeDifference.Change::setting);
        add(recipeTable, "history.column.first", 0.25, change -> words.setting(change.before()));
        add(recipeTable, "history.column.second", 0.25, change -> words.setting(change.after()));
        add(artifactTable, "history.column.learned", 0.4, words::learned);
        addNumber(artifactTable, "history.column.first", 0.18, change -> words.cell(change.before()));
        addNumber(artifactTable, "history.column.second", 0.18, change -> words.cell(change.after()));
        addNumber(artifactTable, "history.column.shift", 0.24, words::shift);
    }

    private <T> void addNumber(TableView<T> table, String key, double share, Function<T, String> text) {
        add(table, key, share, text).getStyleClass().add("number-column");
    }

    /// @param share of the table's width
    private <T> TableColumn<T, String> add(TableView<T> table, String key, double share, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(texts.of(key));
        column.prefWidthProperty().bind(table.widthProperty().subtract(SCROLL_BAR).multiply(share));
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())).getReadOnlyProperty());
        column.setCellFactory(_ -> new WholeTextCell<>());
        table.getColumns().add(column);
        return column;
    }

    /// Keeps begin and end of a text that is cut, as settings and paths differ there, and tells the whole of it when
    /// the mouse is over it.
    private static final class WholeTextCell<T> extends TableCell<T, String> {

        WholeTextCell() {
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null ? null : new Tooltip(text));
        }
    }

    void show(@Nullable RunComparison comparison) {
        if (comparison == null) {
            return;
        }
        title.setText(
                texts.of(
                        "history.comparison",
                        comparison.first().name(),
                        figures.moment(comparison.first().record().begun()),
                        comparison.second().name(),
                        figures.moment(comparison.second().record().begun())));
        recipeTitle.setText(texts.of("history.recipe", comparison.recipe().size()));
        ArtifactDifference artifacts = comparison.artifacts();
        artifactTitle.setText(
                comparison.remembered()
                        ? texts.of("history.artifacts", artifacts.changes().size(), artifacts.equal())
                        : texts.of("history.artifacts.unknown"));
        artifactTable.setPlaceholder(
                new Label(
                        texts.of(
                                comparison.remembered()
                                        ? "history.artifacts.none"
                                        : "history.artifacts.unknown.text")));
        figureTable.setItems(FXCollections.observableList(comparison.figures()));
        recipeTable.setItems(FXCollections.observableList(comparison.recipe()));
        artifactTable.setItems(FXCollections.observableList(comparison.remembered() ? artifacts.changes() : List.of()));
    }
}
