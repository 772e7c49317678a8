package dev.millrace.app.data;

import dev.millrace.app.problem.ProblemController;
import dev.millrace.app.text.Figures;
import dev.millrace.app.view.FullText;
import dev.millrace.app.view.Shown;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.format.Preview;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Data's view.
public final class DataController {

    private static final double CHARACTER = 8.2;
    private static final double CELL_PADDING = 28;
    private static final int WIDEST = 32; // characters
    private static final int MEASURED_ROWS = 50;
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?");

    private final DataViewModel data;
    private final Runnable next;
    private final Figures figures;

    @FXML private ProblemController problemController;
    @FXML private Label place;
    @FXML private Label shardCount;
    @FXML private Label columnCount;
    @FXML private Label size;
    @FXML private Label ignored;
    @FXML private Node content;
    @FXML private Button nextButton;
    @FXML private ProgressIndicator busy;
    @FXML private TableView<Shard> shards;
    @FXML private TableColumn<Shard, String> shardName;
    @FXML private TableColumn<Shard, String> shardSplit;
    @FXML private TableColumn<Shard, String> shardSize;
    @FXML private Label previewTitle;
    @FXML private TableView<List<String>> preview;
    @FXML private Node empty;

    /// @param next goes to the place after this one
    public DataController(DataViewModel data, Runnable next, Figures figures) {
        this.data = data;
        this.next = next;
        this.figures = figures;
    }

    @FXML
    private void initialize() {
        problemController.bind(data.problemProperty());
        place.textProperty().bind(data.placeProperty());
        ignored.textProperty().bind(data.ignoredProperty());
        previewTitle.textProperty().bind(data.previewTitleProperty());
        FullText.asTooltip(place, ignored, previewTitle);
        Shown.when(data.busyProperty(), busy);
        Shown.when(data.datasetProperty().isNotNull(), content);
        Shown.when(
                data.datasetProperty().isNull().and(data.busyProperty().not()).and(data.problemProperty().isNull()),
                empty);
        data.datasetProperty().subscribe(this::showFigures);
        nextButton.disableProperty().bind(data.datasetProperty().isNull());
        showShards();
        data.previewProperty().subscribe(this::showPreview);
    }

    @FXML
    private void next() {
        next.run();
    }

    private void showFigures(@Nullable Dataset shown) {
        shardCount.setText(data.shardCount());
        columnCount.setText(data.columnCount());
        size.setText(data.size());
        shardSplit.setVisible(shown != null && shown.splits().size() > 1);
    }

    private void showShards() {
        shards.setItems(data.shards());
        shardName.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().toString()));
        shardSplit.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().split().folder()));
        shardSize.setCellValueFactory(row -> new ReadOnlyStringWrapper(figures.bytes(row.getValue().bytes())));
        data.selectedProperty().subscribe(shard -> shards.getSelectionModel().select(shard));
        shards.getSelectionModel()
                .selectedItemProperty()
                .subscribe(shard -> {
                    if (shard != null) {
                        data.selectedProperty().set(shard);
                    }
                });
    }

    private void showPreview(@Nullable Preview shown) {
        if (shown == null) {
            preview.getItems().clear();
            preview.getColumns().clear();
            return;
        }
        preview.getItems().setAll(shown.rows());
        if (!names().equals(shown.columns())) {
            List<TableColumn<List<String>, String>> columns = new ArrayList<>();
            for (int i = 0; i < shown.columns().size(); i++) {
                columns.add(column(shown, i));
            }
            preview.getColumns().setAll(columns);
        }
    }

    private List<String> names() {
        return preview.getColumns().stream().map(TableColumn::getText).toList();
    }

    private static TableColumn<List<String>, String> column(Preview shown, int position) {
        TableColumn<List<String>, String> column = new TableColumn<>(shown.columns().get(position));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(position)));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width(shown, position));
        if (isNumeric(shown, position)) {
            column.getStyleClass().add("number-column");
        }
        return column;
    }

    private static boolean isNumeric(Preview shown, int position) {
        return shown.rows().stream()
                .limit(MEASURED_ROWS)
                .map(row -> row.get(position))
                .filter(cell -> !cell.isEmpty())
                .allMatch(cell -> NUMBER.matcher(cell).matches());
    }

    private static double width(Preview shown, int position) {
        int longest =
                shown.rows().stream()
                        .limit(MEASURED_ROWS)
                        .mapToInt(row -> row.get(position).length())
                        .reduce(shown.columns().get(position).length(), Math::max);
        return CELL_PADDING + CHARACTER * Math.min(WIDEST, longest);
    }
}
