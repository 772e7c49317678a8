package dev.millrace.app.history;

import dev.millrace.app.problem.ProblemController;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.ColumnWidths;
import dev.millrace.app.view.Shown;
import dev.millrace.engine.results.RunRecord;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/// The history's view: all runs, and below them the two that are chosen, side by side.
public final class HistoryController {

    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

    private static final int MOST_ROWS_BESIDE = 7;
    private static final double HEADS = 3; // as high as so many rows

    private final HistoryViewModel history;
    private final Consumer<RunRecord> opened;
    private final Texts texts;
    private final Figures figures;

    @FXML private ProblemController problemController;
    @FXML private VBox empty;
    @FXML private Node content;
    @FXML private Label hint;
    @FXML private Button openButton;
    @FXML private Button forgetButton;
    @FXML private TableView<PastRun> runs;
    @FXML private TableColumn<PastRun, PastRun> outcome;
    @FXML private TableColumn<PastRun, PastRun> name;
    @FXML private TableColumn<PastRun, PastRun> data;
    @FXML private TableColumn<PastRun, PastRun> mode;
    @FXML private TableColumn<PastRun, PastRun> when;
    @FXML private TableColumn<PastRun, PastRun> duration;
    @FXML private TableColumn<PastRun, PastRun> rowsIn;
    @FXML private TableColumn<PastRun, PastRun> rowsOut;
    @FXML private TableColumn<PastRun, PastRun> standing;
    @FXML private VBox comparison;
    @FXML private VBox runsCard;

    /// @param opened shows the results of a run
    public HistoryController(HistoryViewModel history, Consumer<RunRecord> opened, Texts texts, Figures figures) {
        this.history = history;
        this.opened = opened;
        this.texts = texts;
        this.figures = figures;
    }

    @FXML
    private void initialize() {
        fillColumns();
        ColumnWidths widths = new ColumnWidths(runs);
        runs.getColumns().forEach(column -> widths.add(column, column.getPrefWidth()));
        runs.fixedCellSizeProperty().subscribe(this::makeRoom);
        runs.setItems(history.runs());
        runs.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        runs.setRowFactory(_ -> new RunRow());
        runs.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
            } else if (event.getCode() == KeyCode.DELETE) {
                forget();
            }
        });
        runs.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<PastRun>) _ -> history.choose(chosen()));
        Shown.when(Bindings.isEmpty(history.runs()).and(history.problemProperty().isNull()), empty);
        Shown.when(Bindings.isNotEmpty(history.runs()).or(history.problemProperty().isNotNull()), content);
        problemController.bind(history.problemProperty());
        IntegerBinding size = Bindings.size(runs.getSelectionModel().getSelectedItems());
        openButton.disableProperty().bind(size.isNotEqualTo(1));
        forgetButton.disableProperty().bind(size.isEqualTo(0));
        hint.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> texts.of("history.hint", history.runs().size(), size.get()),
                                size,
                                history.runs()));
        ComparisonPane pane = new ComparisonPane(texts, figures);
        comparison.getChildren().setAll(pane);
        VBox.setVgrow(pane, Priority.ALWAYS);
        Shown.when(history.comparisonProperty().isNotNull(), comparison);
        history.comparisonProperty()
                .subscribe(compared -> {
                    pane.show(compared);
                    makeRoom();
                });
    }

    /// The list takes all the room, unless two of its runs are compared below.
    private void makeRoom() {
        boolean compared = history.comparisonProperty().get() != null;
        int rows = Math.min(history.runs().size(), MOST_ROWS_BESIDE);
        runsCard.setPrefHeight(compared ? (HEADS + rows) * runs.getFixedCellSize() : Region.USE_COMPUTED_SIZE);
        runsCard.setMinHeight(compared ? Region.USE_PREF_SIZE : Region.USE_COMPUTED_SIZE);
        VBox.setVgrow(runsCard, compared ? Priority.NEVER : Priority.ALWAYS);
    }

    private List<PastRun> chosen() {
        return List.copyOf(runs.getSelectionModel().getSelectedItems());
    }

    private void fillColumns() {
        fill(outcome, Comparator.comparing(run -> run.record().outcome()), run -> texts.of(run.record().outcome()));
        outcome.setCellFactory(_ -> new OutcomeCell());
        fill(name, Comparator.comparing(PastRun::name), PastRun::name);
        fill(data, Comparator.comparing(PastRun::data), run -> lastName(run.data()));
        fill(mode, Comparator.comparing(PastRun::mode), this::modeWord);
        fill(when, Comparator.comparing(run -> run.record().begun()), run -> figures.moment(run.record().begun()));
        fill(
                duration,
                Comparator.comparingLong(run -> run.record().millis()),
                run -> figures.duration(Duration.ofMillis(run.record().millis())));
        fill(rowsIn, Comparator.comparingLong(HistoryController::in), run -> count(run, in(run)));
        fill(rowsOut, Comparator.comparingLong(HistoryController::out), run -> count(run, out(run)));
        fill(standing, Comparator.comparing(PastRun::standing), run -> texts.of(run.standing()));
    }

    private static void fill(
            TableColumn<PastRun, PastRun> column, Comparator<PastRun> order, Function<PastRun, String> text) {
        column.setCellValueFactory(run -> new ReadOnlyObjectWrapper<>(run.getValue()).getReadOnlyProperty());
        column.setComparator(order);
        column.setCellFactory(_ -> new WordCell(text));
    }

    private String modeWord(PastRun run) {
        return switch (run.mode()) {
            case "streaming" -> texts.of("Mode.STREAMING");
            case "batch" -> texts.of("Mode.BATCH");
            default -> run.mode();
        };
    }

    private static String lastName(String path) {
        return path.isEmpty() ? "" : String.valueOf(Path.of(path).getFileName());
    }

    private static long in(PastRun run) {
        return run.record().figures() == null ? -1 : run.record().figures().rowsIn();
    }

    private static long out(PastRun run) {
        return run.record().figures() == null ? -1 : run.record().figures().allRowsOut();
    }

    private String count(PastRun run, long rows) {
        return run.record().figures() == null ? "–" : figures.count(rows);
    }

    @FXML
    private void open() {
        List<PastRun> chosen = chosen();
        if (chosen.size() == 1) {
            opened.accept(chosen.getFirst().record());
        }
    }

    @FXML
    private void forget() {
        history.remove(chosen());
    }

    /// A run whose results are not there any more is grey. A second click opens one.
    private final class RunRow extends TableRow<PastRun> {

        RunRow() {
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !isEmpty()) {
                    opened.accept(getItem().record());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable PastRun run, boolean empty) {
            super.updateItem(run, empty);
            boolean gone = run != null && (run.standing() == Standing.GONE || run.standing() == Standing.REPLACED);
            pseudoClassStateChanged(GONE, !empty && gone);
            setTooltip(empty || run == null ? null : new Tooltip(run.record().output()));
        }
    }

    private static class WordCell extends TableCell<PastRun, PastRun> {

        private final Function<PastRun, String> text;

        WordCell(Function<PastRun, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable PastRun run, boolean empty) {
            super.updateItem(run, empty);
            setText(empty || run == null ? null : text.apply(run));
        }
    }

    /// The outcome's word behind its sign.
    private final class OutcomeCell extends WordCell {

        private final Label sign = new Label();

        OutcomeCell() {
            super(run -> texts.of(run.record().outcome()));
            sign.getStyleClass().add("outcome-sign");
        }

        @Override
        protected void updateItem(@Nullable PastRun run, boolean empty) {
            super.updateItem(run, empty);
            Node graphic = empty || run == null ? null : sign;
            setGraphic(graphic);
            if (graphic != null && run != null) {
                String word = run.record().outcome().name().toLowerCase(Locale.ROOT);
                sign.setText(
                        switch (run.record().outcome()) {
                            case DONE -> "✓";
                            case FAILED -> "✕";
                            case CANCELLED -> "△";
                        });
                for (String each : List.of("done", "failed", "cancelled")) {
                    sign.pseudoClassStateChanged(PseudoClass.getPseudoClass(each), each.equals(word));
                }
            }
        }
    }
}
