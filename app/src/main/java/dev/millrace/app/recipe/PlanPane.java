package dev.millrace.app.recipe;

import dev.millrace.app.text.Texts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;

/// What the recipe will do: passes, what each strategy does, and what comes out.
public final class PlanPane extends ScrollPane {

    private final VBox content = new VBox();

    public PlanPane() {
        getStyleClass().add("form-scroll");
        content.getStyleClass().add("plan");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    void show(PlanSummary summary, Texts texts) {
        List<Node> nodes = new ArrayList<>();
        if (summary.equals(PlanSummary.NONE)) {
            nodes.add(text("hint", texts.of("recipe.plan.none")));
        } else {
            nodes.add(estimate(summary.estimate()));
            summary.steps().forEach(step -> nodes.add(step(step)));
            VBox passes = new VBox();
            passes.getStyleClass().add("plan-passes");
            summary.passes().forEach(pass -> passes.getChildren().add(pass(pass)));
            nodes.add(passes);
            summary.ending().forEach(sentence -> nodes.add(bullet(sentence)));
        }
        content.getChildren().setAll(nodes);
    }

    private static Node step(PlanSummary.Line step) {
        VBox box = new VBox(text("plan-pass-title", step.title()), text("plan-step", step.detail()));
        box.getStyleClass().add("plan-strategy");
        return box;
    }

    private static Node pass(PlanSummary.Line pass) {
        Label title = text("plan-pass-title", pass.title());
        title.setMinWidth(USE_PREF_SIZE);
        Label detail = text("plan-pass-detail", pass.detail());
        HBox.setHgrow(detail, Priority.ALWAYS);
        HBox line = new HBox(title, detail);
        line.getStyleClass().add("plan-pass");
        return line;
    }

    private static Node estimate(PlanSummary.Line estimate) {
        VBox box = new VBox(text("plan-estimate", estimate.title()), text("plan-pass-detail", estimate.detail()));
        box.getStyleClass().add("plan-estimate-box");
        return box;
    }

    private static Node bullet(String sentence) {
        Label words = text("plan-step", sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(new FontIcon("mdoal-chevron_right"), words);
        line.getStyleClass().add("plan-sentence");
        return line;
    }

    private static Label text(String style, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
