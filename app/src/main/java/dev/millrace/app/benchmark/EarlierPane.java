package dev.millrace.app.benchmark;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.ColumnWidths;
import dev.millrace.app.view.Shown;
import dev.millrace.lab.result.Comparison;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// All benchmarks of this machine, and below them the two that are chosen, against each other.
final class EarlierPane extends VBox {

    private final BenchmarkViewModel benchmark;
    private final BenchmarkWords words;
    private final Texts texts;
    private final Figures figures;
    private final TableView<PastBenchmark> table = new TableView<>();
    private final ColumnWidths widths = new ColumnWidths(table);
    private final VBox compared = new VBox();

    EarlierPane(BenchmarkViewModel benchmark, BenchmarkWords words, Texts texts, Figures figures) {
        this.benchmark = benchmark;
        this.words = words;
        this.texts = texts;
        this.figures = figures;
        getStyleClass().add("page-content");
        fillTable();
        Button open = button("benchmark.open", () -> benchmark.open(table.getSelectionModel().getSelectedItem()));
        open.setId("benchmark-open");
        Button remove =
                button(
                        "benchmark.remove",
                        () -> benchmark.earlier().remove(table.getSelectionModel().getSelectedItems()));
        var chosen = Bindings.size(table.getSelectionModel().getSelectedItems());
        open.disableProperty()
                .bind(
                        chosen.isNotEqualTo(1)
                                .or(
                                        Bindings.createBooleanBinding(
                                                () -> benchmark.stateProperty().get().isLive(),
                                                benchmark.stateProperty())));
        remove.disableProperty().bind(chosen.isEqualTo(0));
        Label title = new Label(texts.of("benchmark.earlier"));
        title.getStyleClass().add("card-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label hint = new Label(texts.of("benchmark.earlier.hint"));
        hint.getStyleClass().add("found");
        hint.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(hint, Priority.ALWAYS);
        HBox head = new HBox(title, hint, open, remove);
        head.getStyleClass().add("table-head");
        VBox card = new VBox(head, table);
        card.getStyleClass().addAll("pane-card", "table-card");
        card.setMinHeight(180);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        compared.getStyleClass().addAll("pane-card", "headline-card");
        Shown.when(benchmark.earlier().comparisonProperty().map(_ -> true).orElse(false), compared);
        getChildren().setAll(card, compared);
        benchmark.earlier().comparisonProperty().subscribe(this::show);
    }

    private Button button(String key, Runnable work) {
        Button button = new Button(texts.of(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> work.run());
        return button;
    }

    private void fillTable() {
        table.setId("benchmarks");
        table.setAccessibleText(texts.of("benchmark.earlier"));
        table.getStyleClass().add("dense");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label(texts.of("benchmark.earlier.none")));
        table.setItems(benchmark.earlier().benchmarks());
        column("benchmark.column.when", 150, each -> words.moment(each.benchmark()));
        column("benchmark.column.name", 190, each -> each.benchmark().name());
        column("benchmark.column.data", 90, each -> figures.bytes(each.benchmark().dataset().bytes()));
        column("benchmark.column.runs", 64, each -> figures.count(each.benchmark().runs().size()));
        column("benchmark.column.comparable", 150, this::comparable);
        column("benchmark.column.found", 440, each -> each.benchmark().comparison().headline().getFirst());
        table.getSelectionModel()
                .getSelectedItems()
                .addListener(
                        (ListChangeListener<PastBenchmark>)
                                _ ->
                                        benchmark
                                                .earlier()
                                                .choose(List.copyOf(table.getSelectionModel().getSelectedItems())));
        table.setRowFactory(_ -> {
            var row = new javafx.scene.control.TableRow<PastBenchmark>();
            row.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && !row.isEmpty()) {
                    benchmark.open(row.getItem());
                }
            });
            return row;
        });
    }

    /// Whether figures may be compared with those of the newest one.
    private String comparable(PastBenchmark each) {
        PastBenchmark newest = benchmark.earlier().benchmarks().getFirst();
        if (each.equals(newest)) {
            return texts.of("benchmark.comparable.newest");
        }
        return texts.of(
                newest.benchmark().differencesFrom(each.benchmark()).isEmpty()
                        ? "benchmark.comparable.yes"
                        : "benchmark.comparable.no");
    }

    private void column(String key, double width, Function<PastBenchmark, String> text) {
        TableColumn<PastBenchmark, String> column = new TableColumn<>(texts.of(key));
        widths.add(column, width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        table.getColumns().add(column);
    }

    private void show(@Nullable BenchmarkComparison comparison) {
        List<Node> lines = new ArrayList<>();
        if (comparison != null) {
            Label title =
                    new Label(
                            texts.of(
                                    "benchmark.compared",
                                    words.moment(comparison.later().benchmark()),
                                    words.moment(comparison.earlier().benchmark())));
            title.getStyleClass().add("card-title");
            lines.add(title);
            for (String difference : comparison.differences()) {
                Label line = line(texts.of("benchmark.notComparable", difference), "warning-line");
                line.setGraphic(new FontIcon("mdomz-warning"));
                lines.add(line);
            }
            String style = comparison.differences().isEmpty() ? "headline-more" : "hint";
            for (Comparison side : comparison.sides()) {
                side.headline().forEach(sentence -> lines.add(line(sentence, style)));
            }
            if (comparison.sides().isEmpty()) {
                lines.add(line(texts.of("benchmark.noSide"), "hint"));
            }
        }
        compared.getChildren().setAll(lines);
    }

    private static Label line(String text, String style) {
        Label line = new Label(text);
        line.getStyleClass().add(style);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}
