package dev.millrace.app.run;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.FullText;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/// How the times of shards are spread: least, quartiles and most of each pass, a sentence, and the five slowest.
final class TimesPane extends HBox {

    private static final double BAR = 120;

    private final Texts texts;
    private final Figures figures;
    private final TimesWords words;
    private final GridPane spread = new GridPane();
    private final VBox sentences = new VBox();
    private final VBox slowest = new VBox();
    private final Label none;

    TimesPane(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
        this.words = new TimesWords(texts, figures);
        this.none = new Label(texts.of("run.times.none"));
        none.getStyleClass().add("hint");
        getStyleClass().add("times");
        spread.getStyleClass().add("times-spread");
        sentences.getStyleClass().add("times-sentences");
        slowest.getStyleClass().add("times-slowest");
        slowest.setMinWidth(Region.USE_PREF_SIZE);
        for (int i = 0; i < 7; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            column.setHgrow(i == 0 ? Priority.ALWAYS : Priority.SOMETIMES);
            spread.getColumnConstraints().add(column);
        }
    }

    void show(List<ShardTimes> times, List<PassProgress> passes, ShardBoard board) {
        if (times.isEmpty()) {
            getChildren().setAll(none);
            return;
        }
        List<Node> told = new ArrayList<>();
        spread.getChildren().clear();
        spread.addRow(
                0,
                head("run.times.pass"),
                head("run.times.shards"),
                head("run.times.least"),
                head("run.times.quarter"),
                head("run.times.median"),
                head("run.times.threeQuarters"),
                head("run.times.most"));
        for (ShardTimes each : times) {
            String title = passes.get(each.pass()).title();
            spread.addRow(
                    each.pass() + 1,
                    cell(title),
                    cell(figures.count(each.shards())),
                    cell(words.duration(each.least())),
                    cell(words.duration(each.quarter())),
                    cell(words.duration(each.median())),
                    cell(words.duration(each.threeQuarters())),
                    cell(words.duration(each.most())));
            told.add(sentence(title, each, board));
        }
        sentences.getChildren().setAll(told);
        showSlowest(times.getLast(), board);
        VBox left = new VBox(spread, sentences);
        left.getStyleClass().add("times-left");
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        getChildren().setAll(left, slowest);
    }

    private Label head(String key) {
        Label label = new Label(texts.of(key));
        label.getStyleClass().add("times-head");
        return label;
    }

    private static Label cell(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("times-cell");
        return label;
    }

    private Label sentence(String pass, ShardTimes times, ShardBoard board) {
        Label label = new Label(texts.of("run.times.sentence", pass, words.sentence(times, board)));
        label.getStyleClass().add(times.outlier().isPresent() ? "times-outlier" : "times-even");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void showSlowest(ShardTimes times, ShardBoard board) {
        List<Node> lines = new ArrayList<>();
        Label title = new Label(texts.of("run.times.slowest", times.pass() + 1));
        title.getStyleClass().add("times-head");
        lines.add(title);
        for (ShardTimes.Slow slow : times.slowest()) {
            lines.add(line(slow, times.most(), board));
        }
        slowest.getChildren().setAll(lines);
    }

    private Node line(ShardTimes.Slow slow, double most, ShardBoard board) {
        Label name = new Label(board.name(slow.shard()));
        name.getStyleClass().add("times-name");
        FullText.asTooltip(name);
        Region bar = new Region();
        bar.getStyleClass().add("times-bar");
        double width = Math.max(2, BAR * slow.millis() / Math.max(1, most));
        bar.setMinWidth(width);
        bar.setMaxWidth(width);
        HBox track = new HBox(bar);
        track.getStyleClass().add("times-track");
        track.setMinWidth(BAR);
        Label time = new Label(words.duration((double) slow.millis()));
        time.getStyleClass().add("times-figure");
        Label factor = new Label(words.factor(slow.times()));
        factor.getStyleClass().add("times-figure");
        HBox line = new HBox(name, track, time, factor);
        line.getStyleClass().add("times-line");
        return line;
    }
}
