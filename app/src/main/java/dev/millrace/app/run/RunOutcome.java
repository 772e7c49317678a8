package dev.millrace.app.run;

import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Desktop;
import dev.millrace.app.view.FullText;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What a run gave: the verdict with its row accounting, a few figures, warnings, and where the results are.
public final class RunOutcome extends VBox {

    private static final double FIGURES_GAP = 8;

    private final Label verdict = new Label();
    private final HBox facts = new HBox();
    private final PassBars passes = new PassBars(true);
    private final VBox warnings = new VBox();
    private final Label path = new Label();
    private final Button results = new Button();
    private final Button open = new Button();
    private final Button copy = new Button();

    public RunOutcome() {
        getStyleClass().addAll("pane-card", "done-card");
        verdict.setId("verdict");
        verdict.getStyleClass().add("verdict");
        verdict.setWrapText(true);
        facts.getStyleClass().add("facts");
        FlowPane figures = new FlowPane(2 * FIGURES_GAP, FIGURES_GAP, facts, passes);
        figures.setRowValignment(VPos.BOTTOM);
        passes.fillLine(figures, facts);
        warnings.getStyleClass().add("warnings");
        path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        path.getStyleClass().add("output-path");
        results.setId("resultsButton");
        results.getStyleClass().add("accent");
        results.setMinWidth(USE_PREF_SIZE);
        open.setId("openButton");
        open.setMinWidth(USE_PREF_SIZE);
        copy.setId("copyButton");
        copy.setMinWidth(USE_PREF_SIZE);
        VBox words = new VBox(verdict, path);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(new FontIcon("mdoal-check_circle"), words, results, open, copy);
        line.getStyleClass().add("verdict-line");
        getChildren().setAll(line, figures, warnings);
        FullText.asTooltip(verdict, path);
    }

    void bind(RunViewModel run, Runnable showResults, Desktop desktop, Texts texts) {
        results.setText(texts.of("run.results"));
        results.setTooltip(new Tooltip(texts.of("run.results.tip")));
        results.setOnAction(_ -> showResults.run());
        open.setText(texts.of("run.open"));
        open.setOnAction(_ -> with(run.outputProperty(), desktop::show));
        copy.setText(texts.of("run.copyPath"));
        copy.setOnAction(_ -> with(run.outputProperty(), folder -> desktop.copy(folder.toString())));
        run.passesProperty().subscribe(passes::show);
        run.summaryProperty().subscribe(this::show);
        run.outputProperty().subscribe(folder -> path.setText(folder == null ? "" : folder.toString()));
    }

    private static void with(ObservableValue<@Nullable Path> folder, Consumer<Path> action) {
        Path known = folder.getValue();
        if (known != null) {
            action.accept(known);
        }
    }

    private void show(RunSummary summary) {
        verdict.setText(summary.verdict());
        facts.getChildren().setAll(summary.facts().stream().map(RunOutcome::fact).toList());
        List<Node> lines = new ArrayList<>();
        summary.warnings().forEach(warning -> lines.add(warning(warning)));
        warnings.getChildren().setAll(lines);
        warnings.setVisible(!lines.isEmpty());
        warnings.setManaged(!lines.isEmpty());
    }

    private static Node fact(RunSummary.Fact fact) {
        Label name = new Label(fact.name());
        name.getStyleClass().add("fact-name");
        Label value = new Label(fact.value());
        value.getStyleClass().add("fact-value");
        VBox block = new VBox(name, value);
        block.getStyleClass().add("fact");
        return block;
    }

    private static Node warning(String text) {
        Label line = new Label(text, new FontIcon("mdomz-warning"));
        line.getStyleClass().add("warning-line");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }
}
