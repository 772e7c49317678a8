package dev.millrace.app.data;

import dev.millrace.app.action.Action;
import dev.millrace.app.problem.ProblemController;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Desktop;
import dev.millrace.app.view.FullText;
import dev.millrace.app.view.Shown;
import dev.millrace.engine.browse.RowCount;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.problem.Problem;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Data's view.
public final class DataController {

    private static final double ROOM_FOR_INSPECTOR = 1000;
    private static final double SHARDS_WIDTH = 304;
    private static final double MOST_FOR_SHARDS = 0.48; // of the room of shards and rows

    private final DataViewModel data;
    private final Runnable next;
    private final Runnable showHome;
    private final Desktop desktop;
    private final Texts texts;
    private final Figures figures;
    private final BooleanProperty inspecting = new SimpleBooleanProperty();
    private final DataGrid grid;
    private final InspectorPane inspector;
    private boolean inspectorSaid; // a person opened or closed it
    private double dividedFor; // the scale that the shards have their width for
    private boolean dividedByPerson;

    @FXML private ProblemController problemController;
    @FXML private VBox root;
    @FXML private Label place;
    @FXML private Label shardCount;
    @FXML private Label columnCount;
    @FXML private Label size;
    @FXML private Label rowCount;
    @FXML private Label ignored;
    @FXML private Node facts;
    @FXML private Node content;
    @FXML private Button nextButton;
    @FXML private HBox dialectPlace;
    @FXML private Label basis;
    @FXML private ProgressBar scanBar;
    @FXML private Button cancelScan;
    @FXML private Button exactButton;
    @FXML private SplitPane split;
    @FXML private Button attention;
    @FXML private TableView<ShardLine> shards;
    @FXML private TableColumn<ShardLine, ShardEntry> shardName;
    @FXML private TableColumn<ShardLine, String> shardSplit;
    @FXML private TableColumn<ShardLine, String> shardRows;
    @FXML private TableColumn<ShardLine, String> shardSize;
    @FXML private Label previewTitle;
    @FXML private Label found;
    @FXML private TextField findColumn;
    @FXML private TextField goToRow;
    @FXML private ToggleButton inspectorButton;
    @FXML private HBox shardProblem;
    @FXML private Label shardProblemText;
    @FXML private Button showThere;
    @FXML private StackPane gridPlace;
    @FXML private Node noRows;
    @FXML private ScrollPane inspectorScroll;
    @FXML private Node empty;
    @FXML private Node loading;

    /// @param next goes to the place after this one
    /// @param showHome goes to where something can be opened
    public DataController(
            DataViewModel data, Runnable next, Runnable showHome, Desktop desktop, Texts texts, Figures figures) {
        this.data = data;
        this.next = next;
        this.showHome = showHome;
        this.desktop = desktop;
        this.texts = texts;
        this.figures = figures;
        this.grid = new DataGrid(data.rows(), data.profile(), texts, figures);
        this.inspector = new InspectorPane(data.profile(), texts, figures);
    }

    @FXML
    private void initialize() {
        new ProblemChoice(data).bind(problemController);
        place.textProperty().bind(data.placeProperty());
        ignored.textProperty().bind(data.ignoredProperty());
        FullText.asTooltip(place, ignored, previewTitle, shardProblemText);
        Shown.when(data.busyProperty(), loading);
        Shown.when(Bindings.isNotEmpty(data.shards()), content, facts);
        Shown.when(
                Bindings.isEmpty(data.shards()).and(data.busyProperty().not()).and(data.problemProperty().isNull()),
                empty);
        nextButton.disableProperty().bind(data.datasetProperty().isNull());
        Shown.when(data.ignoredProperty().isNotEmpty(), ignored);
        new ShardTable(shards, data, texts, figures).fill(shardName, shardSplit, shardRows, shardSize);
        dialectPlace.getChildren().add(new DialectBar(data.dialect(), texts));
        data.datasetProperty().subscribe(this::showFigures);
        data.shards().subscribe(() -> showFigures(data.datasetProperty().get()));
        data.profile().basisProperty().subscribe(this::showBasis);
        Shown.when(data.profile().basisProperty().map(ProfileBasis::scanning), scanBar, cancelScan);
        Shown.when(data.profile().basisProperty().map(ProfileBasis::canBeExact), exactButton);
        Shown.when(data.rows().columnsProperty().map(names -> !names.isEmpty()), basis);
        Shown.when(data.attentionProperty().greaterThan(0), attention);
        data.attentionProperty().subscribe(count -> showAttention(count.intValue()));
        initializeTable();
        initializeInspector();
    }

    private void initializeTable() {
        gridPlace.getChildren().addFirst(grid);
        grid.setId("grid");
        data.dialect().stateProperty().subscribe(state -> grid.setMissing(state.missing()));
        GridSearch search = new GridSearch(data.rows(), grid, texts, figures, findColumn, goToRow, found);
        search.install();
        data.wantedLineProperty()
                .subscribe(line -> {
                    if (line.longValue() > 0) {
                        data.wantedLineProperty().set(0);
                        data.rows().findLine(line.longValue(), search::goTo);
                    }
                });
        data.wantedColumnProperty().subscribe(this::showWanted);
        data.rows().countProperty().subscribe(this::showCount);
        data.selectedProperty().subscribe(() -> showCount(data.rows().countProperty().get()));
        data.rows().columnsProperty().subscribe(names -> grid.setVisible(!names.isEmpty()));
        Shown.when(data.rows().columnsProperty().map(names -> names.isEmpty()), noRows);
        Shown.when(data.brokenProperty().isNotNull(), shardProblem);
        Shown.when(data.brokenProperty().map(ShardEntry::hasBadRows).orElse(false), showThere);
        data.brokenProperty().subscribe(this::showBroken);
    }

    private void initializeInspector() {
        inspectorScroll.setContent(inspector);
        Shown.when(inspecting, inspectorScroll);
        inspectorButton.selectedProperty().bindBidirectional(inspecting);
        inspectorButton.setOnAction(_ -> inspectorSaid = true);
        root.widthProperty().subscribe(this::divide);
        split.widthProperty().subscribe(this::divide);
        split.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> dividedByPerson |= isOnDivider(event));
        grid.layoutBoundsProperty().subscribe(this::divide);
        grid.selectionProperty()
                .subscribe((before, now) -> {
                    if (before.column() != now.column()) {
                        showColumn();
                    }
                });
        data.profile().revisionProperty().subscribe(this::showColumn);
        data.profile()
                .basisProperty()
                .subscribe((before, now) -> {
                    if (before.scanning() != now.scanning()) {
                        showColumn();
                    }
                });
        data.rows().columnsProperty().subscribe(this::showColumn);
        showColumn();
    }

    /// Makes room: the inspector is closed where there is little, unless a person opened it, and the shards have what
    /// their texts need.
    private void divide() {
        double scale = grid.scale();
        if (!inspectorSaid) {
            inspecting.set(root.getWidth() >= ROOM_FOR_INSPECTOR * scale);
        }
        if (split.getWidth() > 0 && !(dividedByPerson && scale == dividedFor)) {
            dividedFor = scale;
            double share = Math.min(MOST_FOR_SHARDS, SHARDS_WIDTH * scale / split.getWidth());
            split.setDividerPositions(share);
            shardSize.setVisible(share < MOST_FOR_SHARDS); // in a narrow window the names need its room
        }
    }

    private static boolean isOnDivider(MouseEvent event) {
        return event.getTarget() instanceof Node node && node.getStyleClass().contains("split-pane-divider");
    }

    @FXML
    private void next() {
        next.run();
    }

    @FXML
    private void goHome() {
        showHome.run();
    }

    /// What can be done here.
    public List<Action> actions() {
        ObservableValue<Boolean> hasRows = data.rows().columnsProperty().map(names -> !names.isEmpty());
        return List.of(
                Action.of("findColumn", texts.of("action.findColumn"), this::find).onShortcut(KeyCode.F).when(hasRows),
                Action.of("goToRow", texts.of("action.goToRow"), this::goToRow).onShortcut(KeyCode.G).when(hasRows),
                Action.of("copyCells", texts.of("action.copyCells"), this::copy)
                        .onShortcut(KeyCode.C)
                        .when(hasRows)
                        .within(grid),
                Action.of("inspector", texts.of("action.inspector"), this::toggleInspector)
                        .on(KeyCode.F4)
                        .when(hasRows),
                Action.of("nextBroken", texts.of("action.nextBroken"), this::nextProblem)
                        .on(KeyCode.F8)
                        .when(data.attentionProperty().greaterThan(0)),
                Action.of("exactFigures", texts.of("action.exactFigures"), this::scan)
                        .when(data.profile().basisProperty().map(ProfileBasis::canBeExact)));
    }

    @FXML
    void nextProblem() {
        data.nextProblem();
    }

    @FXML
    private void cancelScan() {
        data.profile().cancel();
    }

    @FXML
    private void scan() {
        data.profile().scan(grid.selectionProperty().get().column());
    }

    /// Goes to the row that the shard's problem is about.
    @FXML
    private void showThere() {
        ShardEntry broken = data.brokenProperty().get();
        Problem problem = broken == null ? null : broken.problem();
        if (problem != null) {
            data.openThere(problem.place());
        }
    }

    void toggleInspector() {
        inspectorSaid = true;
        inspecting.set(!inspecting.get());
    }

    void find() {
        findColumn.requestFocus();
        findColumn.selectAll();
    }

    void goToRow() {
        goToRow.requestFocus();
        goToRow.selectAll();
    }

    void copy() {
        GridSelection range = grid.selectionProperty().get();
        if (range.cells() > RowsViewModel.MOST_COPIED) {
            found.setText(texts.of("data.copy.many", figures.count(RowsViewModel.MOST_COPIED)));
            return;
        }
        data.rows()
                .copy(
                        range,
                        text -> {
                            desktop.copy(text);
                            found.setText(texts.of("data.copy.done", range.cells()));
                        });
    }

    private void showWanted(@Nullable String column) {
        int at = column == null ? -1 : data.rows().columnsProperty().get().indexOf(column);
        if (at >= 0) {
            grid.choose(GridSelection.at(grid.selectionProperty().get().row(), at));
            grid.requestFocus();
        }
        data.wantedColumnProperty().set(null);
    }

    private void showFigures(@Nullable Dataset shown) {
        shardCount.setText(data.shardCount());
        columnCount.setText(data.columnCount());
        size.setText(data.size());
        shardSplit.setVisible(shown != null && shown.splits().size() > 1);
    }

    private void showBasis(ProfileBasis now) {
        basis.setText(new BasisWords(texts, figures).of(now));
        scanBar.setProgress(now.share());
        exactButton.setText(
                data.profile().isNarrow()
                        ? texts.of("data.exact.all", figures.bytes(data.profile().bytes()))
                        : texts.of("data.exact.column"));
        boolean exact = now.kind() == ProfileBasis.Kind.EXACT && data.datasetProperty().get() != null;
        rowCount.setText(exact ? figures.count(now.rows()) : texts.of("data.rows.unknown"));
        rowCount.getStyleClass().remove("unknown");
        if (!exact) {
            rowCount.getStyleClass().add("unknown");
        }
    }

    private void showAttention(int count) {
        attention.setText(texts.of("data.attention", count));
    }

    private void showCount(RowCount count) {
        String shard = data.selectedProperty().get() == null ? "" : data.selectedProperty().get().toString();
        String rows = figures.count(count.complete() ? count.rows() : count.estimate());
        previewTitle.setText(
                shard.isEmpty()
                        ? ""
                        : texts.of(
                                count.complete() ? "data.preview.title" : "data.preview.counting",
                                shard,
                                rows,
                                count.rows()));
    }

    private void showBroken(@Nullable ShardEntry broken) {
        Problem problem = broken == null ? null : broken.problem();
        if (broken == null || problem == null) {
            return;
        }
        String line = problem.place().line() > 0 ? texts.of("data.broken.line", problem.place().line()) : "";
        String more = broken.badRows() > 1 ? texts.of("data.broken.more", broken.badRows()) : "";
        shardProblemText.setText(
                texts.of("data.broken", texts.of(broken.condition()), line, problem.finding(), problem.remedy(), more)
                        .strip());
    }

    private void showColumn() {
        int column = grid.selectionProperty().get().column();
        inspector.show(grid.name(column), column);
    }
}
