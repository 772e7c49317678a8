package dev.millrace.app.recipe;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.run.SampleRun;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/// The first rows before and after the chosen strategy: what changed in words, a closer look where there is one, and
/// the rows with the changed cells marked.
final class SamplePane extends VBox {

    private static final double LEAST_HEIGHT = 160;

    private final Texts texts;
    private final SampleWords words;
    private final SampleColumns columns;
    private final CloserLook closer;
    private final TableView<SampleRun.Row> table = new TableView<>();

    SamplePane(Texts texts, Figures figures) {
        this.texts = texts;
        this.words = new SampleWords(texts, figures);
        this.columns = new SampleColumns(texts);
        this.closer = new CloserLook(texts, figures);
        getStyleClass().add("sample");
        table.getStyleClass().addAll("dense", "sample-table");
        table.setId("sampleTable");
        table.setMinHeight(LEAST_HEIGHT);
        table.setAccessibleText(texts.of("recipe.sample"));
        VBox.setVgrow(table, Priority.ALWAYS);
    }

    void show(SampleState state) {
        List<Node> nodes = new ArrayList<>();
        switch (state) {
            case SampleState.None() -> nodes.add(text("hint", texts.of("recipe.sample.none")));
            case SampleState.Impossible(String finding) ->
                    nodes.add(text("hint", texts.of("recipe.sample.impossible", finding)));
            case SampleState.Ready ready -> {
                nodes.add(text("sample-sentence", words.sentence(ready)));
                nodes.add(text("basis-sample", words.basis(ready.run())));
                closer.of(ready).ifPresent(nodes::add);
                table.getColumns().setAll(columns.of(ready));
                table.setItems(FXCollections.observableList(ready.run().rows()));
                nodes.add(table);
            }
        }
        getChildren().setAll(nodes);
    }

    private static Label text(String style, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
