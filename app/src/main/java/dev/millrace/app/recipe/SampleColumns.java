package dev.millrace.app.recipe;

import dev.millrace.app.text.Texts;
import dev.millrace.engine.run.SampleRun;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// The columns of the table of first rows: where a row goes, then each changed column before and after.
final class SampleColumns {

    private static final int MOST_COLUMNS = 24;
    private static final int UNCHANGED_SHOWN = 4;
    private static final double WIDTH = 140;
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final Texts texts;

    SampleColumns(Texts texts) {
        this.texts = texts;
    }

    List<TableColumn<SampleRun.Row, ?>> of(SampleState.Ready ready) {
        SampleRun run = ready.run();
        List<TableColumn<SampleRun.Row, ?>> columns = new ArrayList<>();
        if (ready.changes().moves()) {
            columns.add(column(texts.of("recipe.sample.goes"), this::destination, SampleRun.Row::moved));
        }
        for (int position : ready.changes().columns().stream().limit(MOST_COLUMNS).toList()) {
            Predicate<SampleRun.Row> differs = row -> !row.before().get(position).equals(row.after().get(position));
            String name = run.columns().get(position);
            columns.add(column(name, row -> row.before().get(position), _ -> false));
            columns.add(column(texts.of("recipe.sample.after", name), row -> row.after().get(position), differs));
        }
        for (int position = 0; position < run.columns().size() && columns.size() < UNCHANGED_SHOWN; position++) {
            int at = position;
            if (!ready.changes().columns().contains(at)) {
                columns.add(column(run.columns().get(at), row -> row.after().get(at), _ -> false));
            }
        }
        return columns;
    }

    private String destination(SampleRun.Row row) {
        if (row.to() == null) {
            return texts.of(row.reason().isEmpty() ? "recipe.sample.leftOut" : "recipe.sample.bad", row.reason());
        }
        return row.times() > 1 ? texts.of("recipe.sample.times", row.to().folder(), row.times()) : row.to().folder();
    }

    private static TableColumn<SampleRun.Row, String> column(
            String title, Function<SampleRun.Row, String> text, Predicate<SampleRun.Row> changed) {
        TableColumn<SampleRun.Row, String> column = new TableColumn<>(title);
        column.setPrefWidth(WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(_ -> new SampleCell(changed));
        return column;
    }

    /// A cell that is marked where it changed: by its colour and by a sign in its corner.
    private static final class SampleCell extends TableCell<SampleRun.Row, String> {

        private final Predicate<SampleRun.Row> changed;

        SampleCell(Predicate<SampleRun.Row> changed) {
            this.changed = changed;
            getStyleClass().add("sample-cell");
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            SampleRun.Row row = empty ? null : getTableRow().getItem();
            boolean differs = row != null && changed.test(row);
            pseudoClassStateChanged(CHANGED, differs);
            setText(empty ? "" : text.isEmpty() && differs ? "∅" : text);
        }
    }
}
