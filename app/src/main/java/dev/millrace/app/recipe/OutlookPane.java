package dev.millrace.app.recipe;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What comes of the recipe: the plan in words, or the first rows before and after the chosen strategy.
public final class OutlookPane extends VBox {

    private final BooleanProperty sampling = new SimpleBooleanProperty();

    public OutlookPane() {
        getStyleClass().add("outlook");
    }

    /// Whether the first rows are shown.
    ReadOnlyBooleanProperty samplingProperty() {
        return sampling;
    }

    void bind(RecipeViewModel recipe, Texts texts, Figures figures) {
        PlanPane plan = new PlanPane();
        SamplePane sample = new SamplePane(texts, figures);
        ToggleGroup group = new ToggleGroup();
        HBox tabs = new HBox(tab(group, texts.of("recipe.plan"), false), tab(group, texts.of("recipe.sample"), true));
        tabs.getStyleClass().add("segments");
        plan.visibleProperty().bind(sampling.not());
        sample.visibleProperty().bind(sampling);
        StackPane pages = new StackPane(plan, sample);
        VBox.setVgrow(pages, Priority.ALWAYS);
        getChildren().setAll(tabs, pages);
        recipe.summaryProperty().subscribe(summary -> plan.show(summary, texts));
        recipe.sampling().stateProperty().subscribe(sample::show);
        sampling.subscribe(now -> {
            if (now) {
                recipe.sampling().wantedProperty().set(true);
            }
        });
    }

    private ToggleButton tab(ToggleGroup group, String title, boolean ofSample) {
        ToggleButton tab = new ToggleButton(title);
        tab.setId(ofSample ? "sampleTab" : "outlookTab");
        tab.getStyleClass().add("segment");
        tab.setToggleGroup(group);
        tab.setOnAction(_ -> {
            sampling.set(ofSample);
            tab.setSelected(true);
        });
        sampling.subscribe(now -> tab.setSelected(now == ofSample));
        return tab;
    }
}
