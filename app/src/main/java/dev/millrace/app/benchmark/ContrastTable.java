package dev.millrace.app.benchmark;

import dev.millrace.app.text.Texts;
import dev.millrace.app.view.ColumnWidths;
import dev.millrace.lab.result.Comparison;
import dev.millrace.lab.result.Contrast;
import dev.millrace.lab.result.SideFigures;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.util.function.Function;

/// What was tested, in figures.
final class ContrastTable extends TableView<Contrast> {

    private static final double HEAD = 1.5; // as high as so many rows, with the bar to move it

    private final ColumnWidths widths = new ColumnWidths(this);
    private final BenchmarkWords words;
    private Comparison shown = new Comparison("", java.util.List.of(), java.util.List.of(), java.util.List.of());

    ContrastTable(BenchmarkWords words, Texts texts) {
        this.words = words;
        getStyleClass().add("dense");
        setAccessibleText(texts.of("benchmark.table"));
        column(texts.of("benchmark.table.metric"), 140, contrast -> words.title(contrast.metric()));
        column(texts.of("benchmark.table.side"), 120, Contrast::side);
        column(texts.of("benchmark.table.baseline"), 190, contrast -> mean(contrast, contrast.baseline()));
        column(texts.of("benchmark.table.mean"), 190, contrast -> mean(contrast, contrast.side()));
        column(texts.of("benchmark.table.ratio"), 170, words::ratio);
        column(texts.of("benchmark.table.p"), 76, contrast -> words.p(contrast.adjustedPValue()));
        column(texts.of("benchmark.table.verdict"), 150, contrast -> contrast.verdict().words());
        fixedCellSizeProperty().subscribe(this::makeRoom);
    }

    void show(Comparison comparison) {
        shown = comparison;
        getItems().setAll(comparison.contrasts());
        makeRoom();
    }

    /// All rows are shown: the page is what can be scrolled.
    private void makeRoom() {
        double height = (HEAD + Math.max(1, getItems().size())) * getFixedCellSize();
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private String mean(Contrast contrast, String side) {
        return shown.figures().stream()
                .filter(figures -> figures.metric() == contrast.metric() && figures.side().equals(side))
                .map(SideFigures::mean)
                .map(mean -> words.estimate(contrast.metric(), mean))
                .findFirst()
                .orElse("");
    }

    private void column(String name, double width, Function<Contrast, String> text) {
        TableColumn<Contrast, String> column = new TableColumn<>(name);
        widths.add(column, width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        getColumns().add(column);
    }
}
