package dev.millrace.app.results;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.ColumnWidths;
import dev.millrace.engine.results.ComparedRow;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// One side of compared rows. A changed cell is coloured, bold and has a mark, and tells what it was.
final class ComparedTable extends TableView<ComparedRow> {

    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass UNWRITTEN = PseudoClass.getPseudoClass("unwritten");
    private static final String MARK = "● ";
    private static final double CELL_WIDTH = 144;
    private static final double LEAD_WIDTH = 76;

    /// Which side of the comparison a table shows.
    enum Side {
        BEFORE,
        AFTER
    }

    private final Side side;
    private final Texts texts;
    private final Figures figures;

    ComparedTable(Side side, ObservableList<ComparedRow> rows, Texts texts, Figures figures) {
        super(rows);
        this.side = side;
        this.texts = texts;
        this.figures = figures;
        setFixedCellSize(ColumnWidths.LINE);
        getStyleClass().addAll("dense", "compared-table");
        setPlaceholder(new Label(texts.of("results.rows.none")));
        setAccessibleText(texts.of(side == Side.BEFORE ? "results.rows.before" : "results.rows.after"));
    }

    /// Shows some columns.
    ///
    /// @param names of all columns
    /// @param positions of those that are shown
    void show(List<String> names, List<Integer> positions) {
        getColumns().clear();
        if (names.isEmpty()) {
            return;
        }
        getColumns().add(lead());
        for (int position : positions) {
            TableColumn<ComparedRow, ComparedRow> column = column(names.get(position), CELL_WIDTH);
            column.setCellFactory(_ -> new ValueCell(position));
            getColumns().add(column);
        }
    }

    /// The row's number at the left, where it went at the right.
    private TableColumn<ComparedRow, ComparedRow> lead() {
        boolean before = side == Side.BEFORE;
        TableColumn<ComparedRow, ComparedRow> column =
                column(texts.of(before ? "results.rows.number" : "results.rows.split"), LEAD_WIDTH);
        Function<ComparedRow, String> word =
                before
                        ? row -> figures.count(row.number() + 1)
                        : row -> row.isWritten() ? row.split() : texts.of("results.rows.left");
        column.setCellFactory(_ -> new LeadCell(word));
        if (before) {
            column.getStyleClass().add("number-column");
        }
        return column;
    }

    private TableColumn<ComparedRow, ComparedRow> column(String heading, double width) {
        TableColumn<ComparedRow, ComparedRow> column = new TableColumn<>(heading);
        ColumnWidths.grow(column, this, width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()).getReadOnlyProperty());
        return column;
    }

    private static final class LeadCell extends TableCell<ComparedRow, ComparedRow> {

        private final Function<ComparedRow, String> word;

        LeadCell(Function<ComparedRow, String> word) {
            this.word = word;
            getStyleClass().add("compared-lead");
        }

        @Override
        protected void updateItem(@Nullable ComparedRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : word.apply(row));
            pseudoClassStateChanged(UNWRITTEN, !empty && row != null && !row.isWritten());
        }
    }

    private final class ValueCell extends TableCell<ComparedRow, ComparedRow> {

        private final int position;

        ValueCell(int position) {
            this.position = position;
            getStyleClass().add(side == Side.BEFORE ? "cell-before" : "cell-after");
        }

        @Override
        protected void updateItem(@Nullable ComparedRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean written = row != null && row.isWritten();
            pseudoClassStateChanged(UNWRITTEN, !empty && row != null && !written);
            if (empty || row == null || (side == Side.AFTER && !written)) {
                pseudoClassStateChanged(CHANGED, false);
                setText(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            boolean changed = row.isChanged(position);
            pseudoClassStateChanged(CHANGED, changed);
            String before = row.before().get(position);
            String text = side == Side.BEFORE ? before : row.after().get(position);
            String words = text.isEmpty() ? texts.of("results.rows.empty") : text;
            setText(changed && side == Side.AFTER ? MARK + words : words);
            String was = changed ? texts.of("results.rows.was", quoted(before), row.after().get(position)) : null;
            setTooltip(was == null ? null : new Tooltip(was));
            setAccessibleText(was == null ? words : was);
        }

        private String quoted(String cell) {
            return cell.isEmpty() ? texts.of("results.rows.empty") : cell;
        }
    }
}
