package dev.millrace.app.results;

import dev.millrace.app.text.Texts;
import dev.millrace.app.view.ColumnWidths;
import dev.millrace.app.view.FullText;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// A table that can be searched and sorted. Only the rows on the screen have nodes, however many there are.
///
/// @param <T> its rows
final class SearchedTable<T> extends VBox {

    private final ObservableList<T> all = FXCollections.observableArrayList();
    private final FilteredList<T> found = new FilteredList<>(all);
    private final TableView<T> table = new TableView<>();
    private final TextField search = new TextField();
    private final Label title = new Label();
    private final ColumnWidths widths = new ColumnWidths(table);
    private final Function<T, String> words;

    /// @param words all of a row that is searched
    SearchedTable(Texts texts, Function<T, String> words) {
        this.words = words;
        getStyleClass().addAll("pane-card", "table-card");
        table.getStyleClass().add("dense");
        table.setPlaceholder(new Label(texts.of("results.search.none")));
        SortedList<T> sorted = new SortedList<>(found);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        search.setPromptText(texts.of("results.search"));
        search.setAccessibleText(texts.of("results.search"));
        search.getStyleClass().add("jump-field");
        search.textProperty().subscribe(this::filter);
        title.getStyleClass().add("card-title");
        title.setMinWidth(0);
        Label count = new Label();
        count.getStyleClass().add("found");
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> texts.of("results.search.count", found.size(), all.size()), found, all));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, count, search);
        head.getStyleClass().add("table-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().setAll(head, table);
    }

    /// Makes room for other columns.
    void clearColumns() {
        table.getColumns().clear();
        table.getSortOrder().clear();
        widths.clear();
    }

    TableView<T> table() {
        return table;
    }

    void setTitle(String text) {
        title.setText(text);
        table.setAccessibleText(text);
    }

    void setRows(List<? extends T> rows) {
        search.clear();
        all.setAll(rows);
        table.scrollTo(0);
    }

    private void filter(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        found.setPredicate(wanted.isEmpty() ? null : row -> words.apply(row).toLowerCase(Locale.ROOT).contains(wanted));
    }

    /// Adds a column of texts.
    TableColumn<T, T> add(String heading, double width, Function<T, String> text) {
        return add(heading, width, Comparator.comparing(text), text);
    }

    /// Adds a column of numbers.
    TableColumn<T, T> addNumber(String heading, double width, Comparator<T> order, Function<T, String> text) {
        TableColumn<T, T> column = add(heading, width, order, text);
        column.getStyleClass().add("number-column");
        return column;
    }

    private TableColumn<T, T> add(String heading, double width, Comparator<T> order, Function<T, String> text) {
        TableColumn<T, T> column = new TableColumn<>(heading);
        widths.add(column, width);
        column.setComparator(order);
        column.setCellValueFactory(row -> constant(row.getValue()));
        column.setCellFactory(_ -> new WordCell<>(text));
        table.getColumns().add(column);
        return column;
    }

    private static <T> ObservableValue<T> constant(T value) {
        return new ReadOnlyObjectWrapper<>(value).getReadOnlyProperty();
    }

    /// Shows a text of the row.
    private static final class WordCell<T> extends TableCell<T, T> {

        private final Function<T, String> text;

        WordCell(Function<T, String> text) {
            this.text = text;
            FullText.asTooltip(this);
        }

        @Override
        protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : text.apply(row));
        }
    }
}
