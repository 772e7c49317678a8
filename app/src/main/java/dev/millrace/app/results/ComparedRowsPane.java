package dev.millrace.app.results;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.HeadBar;
import dev.millrace.app.view.Shown;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.results.ComparedRow;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The rows of a shard at the left, what became of them at the right; both move together.
final class ComparedRowsPane extends VBox {

    private final ComparedRowsViewModel rows;
    private final ComparedTable before;
    private final ComparedTable after;
    private final CheckBox onlyChanged = new CheckBox();
    private List<String> shownColumns = List.of();
    private Set<Integer> shownChanges = Set.of();
    private boolean isTied;

    ComparedRowsPane(ComparedRowsViewModel rows, Texts texts, Figures figures) {
        this.rows = rows;
        before = new ComparedTable(ComparedTable.Side.BEFORE, rows.rows(), texts, figures);
        after = new ComparedTable(ComparedTable.Side.AFTER, rows.rows(), texts, figures);
        before.setId("rowsBefore");
        after.setId("rowsAfter");
        getStyleClass().add("compared");
        onlyChanged.setText(texts.of("results.rows.onlyChanged"));
        onlyChanged.setId("onlyChanged");
        onlyChanged.setSelected(true);
        onlyChanged.selectedProperty().subscribe(this::fillColumns);
        select(before, after);
        select(after, before);
        HBox tables =
                new HBox(side(texts.of("results.rows.before"), before), side(texts.of("results.rows.after"), after));
        tables.getStyleClass().add("compared-tables");
        VBox.setVgrow(tables, Priority.ALWAYS);
        getChildren().setAll(head(texts), tables);
        rows.columnsProperty().subscribe(this::fillColumns);
        rows.changedProperty().subscribe(this::fillColumns);
        fillColumns();
        before.getItems().addListener((Observable _) -> tie());
    }

    private static void select(ComparedTable from, ComparedTable to) {
        from.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(row -> to.getSelectionModel().clearAndSelect(row.intValue()));
    }

    private Node head(Texts texts) {
        ComboBox<Shard> shards = new ComboBox<>(rows.shards());
        shards.setId("comparedShard");
        shards.valueProperty().bindBidirectional(rows.shardProperty());
        shards.setAccessibleText(texts.of("results.rows.shard"));
        shards.disableProperty().bind(Bindings.size(rows.shards()).lessThan(2));
        Label told = new Label();
        told.setId("comparedTold");
        told.textProperty().bind(rows.toldProperty());
        told.getStyleClass().add("found");
        told.setMinWidth(Region.USE_PREF_SIZE);
        shards.setMinWidth(Region.USE_PREF_SIZE);
        ProgressIndicator busy = new ProgressIndicator();
        busy.setMaxSize(18, 18);
        Shown.when(rows.busyProperty(), busy);
        Button more = new Button(texts.of("results.rows.more", ComparedRowsViewModel.PAGE));
        more.setId("moreRows");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setOnAction(_ -> rows.readMore());
        more.disableProperty().bind(rows.moreProperty().not().or(rows.busyProperty()));
        onlyChanged.setMinWidth(Region.USE_PREF_SIZE);
        HBox which = new HBox(shards, told, busy);
        which.getStyleClass().add("compared-head");
        which.setAlignment(Pos.CENTER_LEFT);
        return new HeadBar(which, onlyChanged, more);
    }

    private static Node side(String title, ComparedTable table) {
        Label label = new Label(title);
        label.getStyleClass().addAll("card-title", "compared-title");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox side = new VBox(label, table);
        side.getStyleClass().addAll("pane-card", "table-card");
        side.setMinWidth(0);
        side.setPrefWidth(1);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }

    /// Columns are set anew only if that changes anything: a page more must not move what is looked at.
    private void fillColumns() {
        List<String> columns = rows.columnsProperty().get();
        Set<Integer> changed = onlyChanged.isSelected() ? rows.changedProperty().get() : Set.of();
        if (columns.equals(shownColumns) && changed.equals(shownChanges)) {
            return;
        }
        shownColumns = columns;
        shownChanges = changed;
        List<Integer> positions =
                IntStream.range(0, columns.size())
                        .filter(position -> changed.isEmpty() || position == 0 || changed.contains(position))
                        .boxed()
                        .toList();
        before.show(columns, positions);
        after.show(columns, positions);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        tie();
    }

    /// The scroll bars are there once the tables have been laid out.
    private void tie() {
        if (!isTied) {
            isTied = tie(Orientation.VERTICAL) && tie(Orientation.HORIZONTAL);
        }
    }

    private boolean tie(Orientation orientation) {
        ScrollBar one = bar(before, orientation);
        ScrollBar other = bar(after, orientation);
        if (one == null || other == null) {
            return false;
        }
        one.valueProperty().bindBidirectional(other.valueProperty());
        return true;
    }

    private static @Nullable ScrollBar bar(TableView<ComparedRow> table, Orientation wanted) {
        for (Node node : table.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == wanted) {
                return bar;
            }
        }
        return null;
    }
}
