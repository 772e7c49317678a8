package dev.millrace.app.data;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.profile.ColumnProfile;
import dev.millrace.engine.profile.Histogram;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// All that is known of one column.
final class InspectorPane extends VBox {

    private final Texts texts;
    private final ColumnWords words;
    private final ProfileViewModel profile;

    InspectorPane(ProfileViewModel profile, Texts texts, Figures figures) {
        this.profile = profile;
        this.texts = texts;
        this.words = new ColumnWords(texts, figures);
        getStyleClass().add("inspector");
    }

    /// Shows a column.
    ///
    /// @param name null when there is no column
    void show(@Nullable String name, int column) {
        getChildren().clear();
        ColumnProfile known = name == null ? null : profile.column(column);
        if (name == null) {
            getChildren().add(label("hint", texts.of("data.inspector.none")));
        } else if (known == null) {
            getChildren().addAll(title(name), label("hint", texts.of("data.inspector.wait")));
        } else {
            show(words.facts(known, profile.isExact(column)), column);
        }
    }

    private void show(ColumnFacts facts, int column) {
        Label glyph = label("type-glyph", facts.glyph());
        Label type = label("type-word", facts.type());
        HBox types = new HBox(glyph, type);
        types.getStyleClass().add("type-line");
        getChildren().addAll(title(facts.name()), types, label("evidence", facts.evidence()));
        Label basis = label(facts.exact() ? "basis-exact" : "basis-sample", facts.basis());
        getChildren().add(basis);
        if (!facts.exact() && !profile.basisProperty().get().scanning()) {
            Button exact = new Button(texts.of("data.exact"));
            exact.setId("exactColumn");
            exact.setOnAction(_ -> profile.scan(column));
            getChildren().add(exact);
        }
        if (facts.histogram() != null) {
            getChildren().add(histogram(facts.histogram(), facts.exact()));
        }
        facts.groups().forEach(group -> getChildren().add(group(group)));
    }

    private Label title(String name) {
        Label title = label("inspector-title", name);
        title.setTooltip(new Tooltip(name));
        return title;
    }

    private VBox histogram(Histogram histogram, boolean exact) {
        HistogramView bars = new HistogramView(histogram.counts(), exact);
        Label from = axis(words.number(histogram.from()));
        Label to = axis(words.number(histogram.to()));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        bars.setAccessibleText(texts.of("data.histogram", from.getText(), to.getText()));
        return new VBox(bars, new HBox(from, between, to));
    }

    private static Label axis(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("axis");
        return label;
    }

    private static VBox group(ColumnFacts.Group group) {
        VBox box = new VBox();
        box.getStyleClass().add("fact-group");
        if (!group.title().isEmpty()) {
            box.getChildren().add(label("section-title", group.title()));
        }
        group.facts().forEach(fact -> box.getChildren().add(line(fact)));
        return box;
    }

    private static Node line(ColumnFacts.Fact fact) {
        Label name = new Label(fact.name());
        name.getStyleClass().add("fact-label");
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(fact.name()));
        HBox.setHgrow(name, Priority.ALWAYS);
        Label value = new Label(fact.value());
        value.getStyleClass().add("fact-figure");
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(name, value);
        line.getStyleClass().add("fact-line");
        if (fact.share() < 0) {
            return line;
        }
        Region bar = new Region();
        bar.getStyleClass().add("share-bar");
        StackPane behind = new StackPane(bar, line);
        StackPane.setAlignment(bar, Pos.CENTER_LEFT);
        bar.maxWidthProperty().bind(behind.widthProperty().multiply(Math.min(1, fact.share())));
        return behind;
    }

    private static Label label(String style, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
