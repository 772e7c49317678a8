package dev.millrace.app.results;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.results.ArtifactTable;
import dev.millrace.engine.results.Cell;
import dev.millrace.engine.results.Heading;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What a run learned, table by table.
final class LearnedPane extends HBox {

    private static final double LIST_WIDTH = 248;
    private static final double COLUMN_WIDTH = 130;
    private static final double FIRST_WIDTH = 220;
    private static final double HEADING_ROOM = 36;
    private static final double LETTER = 8;
    private static final double BAR_WIDTH = 120;

    private final Texts texts;
    private final ArtifactWords words;
    private final ListView<ArtifactTable> list = new ListView<>();
    private final SearchedTable<List<Cell>> table;
    private final Label none = new Label();

    LearnedPane(Texts texts, Figures figures) {
        this.texts = texts;
        this.words = new ArtifactWords(texts, figures);
        getStyleClass().add("learned");
        list.setId("artifacts");
        list.getStyleClass().addAll("artifact-list", "pane-card");
        list.setAccessibleText(texts.of("results.learned"));
        list.setMinWidth(LIST_WIDTH);
        list.setPrefWidth(LIST_WIDTH);
        list.setCellFactory(_ -> new NameCell());
        table = new SearchedTable<>(texts, LearnedPane::joined);
        table.table().setId("artifact");
        HBox.setHgrow(table, Priority.ALWAYS);
        none.getStyleClass().add("hint");
        none.setText(texts.of("results.learned.none"));
        list.getSelectionModel().selectedItemProperty().subscribe(this::show);
    }

    private static String joined(List<Cell> row) {
        return row.stream().map(Cell::text).collect(Collectors.joining(" "));
    }

    void setTables(List<ArtifactTable> tables) {
        list.getItems().setAll(tables);
        if (tables.isEmpty()) {
            StackPane place = new StackPane(none);
            HBox.setHgrow(place, Priority.ALWAYS);
            getChildren().setAll(place);
        } else {
            getChildren().setAll(list, table);
            list.getSelectionModel().selectFirst();
        }
    }

    private void show(@Nullable ArtifactTable shown) {
        table.clearColumns();
        if (shown == null) {
            table.setRows(List.of());
            return;
        }
        table.setTitle(words.title(shown) + " · " + shown.file());
        for (int i = 0; i < shown.headings().size(); i++) {
            addColumn(shown, i);
        }
        table.setRows(shown.rows());
    }

    private void addColumn(ArtifactTable shown, int position) {
        Heading heading = shown.headings().get(position);
        double width =
                position == 0
                        ? FIRST_WIDTH
                        : Math.max(
                                heading.isNumeric() ? 0 : COLUMN_WIDTH,
                                HEADING_ROOM + LETTER * words.heading(heading).length());
        if (!heading.isNumeric()) {
            table.add(words.heading(heading), width, row -> words.cell(heading, row.get(position)));
            return;
        }
        TableColumn<List<Cell>, List<Cell>> column =
                table.addNumber(
                        words.heading(heading),
                        width,
                        Comparator.comparingDouble(row -> number(row.get(position))),
                        row -> words.cell(heading, row.get(position)));
        if (heading.kind() == Heading.Kind.RISK) {
            double greatest = shown.rows().stream().mapToDouble(row -> number(row.get(position))).max().orElse(1);
            column.setCellFactory(_ -> new BarCell(heading, position, greatest));
        }
    }

    private static double number(Cell cell) {
        Double number = cell.number();
        return number == null ? Double.NEGATIVE_INFINITY : number;
    }

    /// A table's name, and how many rows it has.
    private final class NameCell extends ListCell<ArtifactTable> {

        private final Label name = new Label();
        private final Label rows = new Label();
        private final HBox line = new HBox(name, rows);

        NameCell() {
            getStyleClass().add("artifact-cell");
            line.getStyleClass().add("artifact-line");
            rows.getStyleClass().add("found");
            rows.setMinWidth(Region.USE_PREF_SIZE);
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            HBox.setHgrow(name, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ArtifactTable shown, boolean empty) {
            super.updateItem(shown, empty);
            setGraphic(empty || shown == null ? null : line);
            if (shown != null && !empty) {
                name.setText(words.title(shown));
                rows.setText(texts.of("results.learned.rows", shown.rows().size()));
                setAccessibleText(name.getText() + ", " + rows.getText());
            }
        }
    }

    /// A number, and a bar as long as its share of the greatest.
    private final class BarCell extends TableCell<List<Cell>, List<Cell>> {

        private final Heading heading;
        private final int position;
        private final double greatest;
        private final Region bar = new Region();
        private final HBox track = new HBox(bar);

        BarCell(Heading heading, int position, double greatest) {
            this.heading = heading;
            this.position = position;
            this.greatest = greatest;
            bar.getStyleClass().add("risk-bar");
            track.getStyleClass().add("risk-track");
            track.setMinWidth(BAR_WIDTH);
            track.setMaxWidth(BAR_WIDTH);
        }

        @Override
        protected void updateItem(@Nullable List<Cell> row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(words.cell(heading, row.get(position)));
            setGraphic(track);
            double share = greatest <= 0 ? 0 : Math.clamp(number(row.get(position)) / greatest, 0, 1);
            bar.setMinWidth(share * BAR_WIDTH);
            bar.setMaxWidth(share * BAR_WIDTH);
        }
    }
}
