package dev.millrace.app.data;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.OptionalInt;

/// The two fields over the grid: find a column, go to a row. What was found, or not, is told beside them.
final class GridSearch {

    private final RowsViewModel rows;
    private final DataGrid grid;
    private final Texts texts;
    private final Figures figures;
    private final TextField column;
    private final TextField row;
    private final Label found;
    private long awaited = -1; // a row that is not counted yet

    GridSearch(
            RowsViewModel rows,
            DataGrid grid,
            Texts texts,
            Figures figures,
            TextField column,
            TextField row,
            Label found) {
        this.rows = rows;
        this.grid = grid;
        this.texts = texts;
        this.figures = figures;
        this.column = column;
        this.row = row;
        this.found = found;
    }

    void install() {
        column.textProperty().subscribe(this::find);
        column.setOnAction(_ -> findNext());
        row.setOnAction(_ -> goTo());
        column.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        row.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        rows.countProperty().subscribe(this::arrive);
        rows.columnsProperty()
                .subscribe(() -> {
                    awaited = -1;
                    found.setText("");
                });
    }

    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            column.clear();
            row.clear();
            found.setText("");
            grid.requestFocus();
            event.consume();
        }
    }

    private void find(String typed) {
        if (typed.isBlank()) {
            found.setText("");
            return;
        }
        ColumnSearch search = search();
        search.best().ifPresent(this::show);
        found.setText(
                search.count() > 0
                        ? texts.of("data.find.count", search.count())
                        : search.nearest()
                                .map(name -> texts.of("data.find.nearest", name))
                                .orElseGet(() -> texts.of("data.find.none")));
    }

    private void findNext() {
        OptionalInt next = search().after(grid.selectionProperty().get().column());
        next.ifPresent(this::show);
    }

    private ColumnSearch search() {
        List<String> names = rows.columnsProperty().get();
        return new ColumnSearch(names, column.getText());
    }

    private void show(int at) {
        grid.choose(GridSelection.at(grid.selectionProperty().get().row(), at));
    }

    private void goTo() {
        String digits = row.getText().replaceAll("[^0-9]", "");
        if (digits.isEmpty() || digits.length() > 15) {
            found.setText(texts.of("data.row.number"));
            return;
        }
        goTo(Math.max(0, Long.parseLong(digits) - 1));
    }

    /// Goes to a row, as soon as it is counted.
    void goTo(long number) {
        awaited = number;
        found.setText(texts.of("data.row.waiting", figures.count(number + 1)));
        arrive();
    }

    private void arrive() {
        boolean complete = rows.countProperty().get().complete();
        if (awaited < 0 || (awaited >= rows.rows() && !complete)) {
            return;
        }
        boolean there = awaited < rows.rows();
        grid.choose(GridSelection.at(awaited, grid.selectionProperty().get().column()));
        found.setText(there ? "" : texts.of("data.row.last", figures.count(rows.rows())));
        awaited = -1;
        grid.requestFocus();
    }
}
