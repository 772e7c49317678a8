package dev.millrace.app.data;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.problem.Problem;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/// Fills the table of shards: state, name, rows, size.
final class ShardTable {

    private static final double USUAL_LINE = 32;
    private static final double NAME_WIDTH = 136;
    private static final double LEAST_NAME = 88;
    private static final double SPLIT_WIDTH = 60;
    private static final double ROWS_WIDTH = 64;
    private static final double SIZE_WIDTH = 74;
    private static final double MOST_FOR_FIGURES = 1.1; // what is left is the names'

    private final TableView<ShardLine> table;
    private final DataViewModel data;
    private final Texts texts;
    private final Figures figures;

    ShardTable(TableView<ShardLine> table, DataViewModel data, Texts texts, Figures figures) {
        this.table = table;
        this.data = data;
        this.texts = texts;
        this.figures = figures;
    }

    void fill(
            TableColumn<ShardLine, ShardEntry> name,
            TableColumn<ShardLine, String> split,
            TableColumn<ShardLine, String> rows,
            TableColumn<ShardLine, String> size) {
        name.setCellValueFactory(line -> line.getValue().entryProperty());
        name.setCellFactory(_ -> new NameCell());
        split.setCellValueFactory(line -> of(line.getValue(), entry -> entry.shard().split().folder()));
        rows.setCellValueFactory(
                line -> of(line.getValue(), entry -> entry.rows() < 0 ? "" : figures.count(entry.rows())));
        size.setCellValueFactory(line -> of(line.getValue(), entry -> figures.bytes(entry.shard().bytes())));
        table.fixedCellSizeProperty()
                .subscribe(line -> {
                    double scale = line.doubleValue() / USUAL_LINE;
                    if (scale > 0) {
                        widen(name, NAME_WIDTH, LEAST_NAME, (1 + scale) / 2);
                        widen(split, SPLIT_WIDTH, 0, (1 + scale) / 2);
                        widen(rows, ROWS_WIDTH, ROWS_WIDTH, scale);
                        widen(size, SIZE_WIDTH, SIZE_WIDTH, scale);
                        rows.setMaxWidth(ROWS_WIDTH * scale * MOST_FOR_FIGURES);
                        size.setMaxWidth(SIZE_WIDTH * scale * MOST_FOR_FIGURES);
                    }
                });
        table.setItems(data.shards());
        data.selectedProperty().subscribe(this::choose);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(line -> {
                    if (line != null) {
                        data.selectedProperty().set(line.shard());
                    }
                });
    }

    private static void widen(TableColumn<ShardLine, ?> column, double width, double least, double scale) {
        column.setMinWidth(least * scale);
        column.setPrefWidth(width * scale);
    }

    private static ObservableValue<String> of(ShardLine line, Function<ShardEntry, String> word) {
        return line.entryProperty().map(word);
    }

    private void choose(@Nullable Shard shard) {
        ShardLine chosen = table.getSelectionModel().getSelectedItem();
        if (shard != null && (chosen == null || !Objects.equals(chosen.shard(), shard))) {
            int at = data.indexOf(shard);
            table.getSelectionModel().select(at);
            table.scrollTo(Math.max(0, at - 2));
        }
    }

    /// A shard's name behind the sign of its state.
    private final class NameCell extends TableCell<ShardLine, ShardEntry> {

        private final Label sign = new Label();

        NameCell() {
            sign.getStyleClass().add("shard-sign");
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void updateItem(@Nullable ShardEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            for (ShardCondition each : ShardCondition.values()) {
                sign.pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                        entry != null && entry.condition() == each);
            }
            if (empty || entry == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            sign.setText(entry.condition().sign());
            setText(entry.shard().toString());
            setGraphic(sign);
            setTooltip(new Tooltip(described(entry)));
            setAccessibleText(described(entry));
        }

        private String described(ShardEntry entry) {
            String state = texts.of("data.shard.state", entry.shard(), texts.of(entry.condition()));
            Problem problem = entry.problem();
            return problem == null ? state : state + "\n" + problem.finding();
        }
    }
}
