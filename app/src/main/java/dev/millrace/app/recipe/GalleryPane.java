package dev.millrace.app.recipe;

import dev.millrace.app.text.Texts;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.Locale;

/// The strategies there are, each with its usual settings: to add to the recipe, or to begin one with.
public final class GalleryPane extends ScrollPane {

    private final VBox content = new VBox();

    public GalleryPane() {
        getStyleClass().add("form-scroll");
        content.getStyleClass().add("gallery");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    void bind(RecipeEditor editor, Texts texts) {
        Label title = new Label(texts.of("recipe.gallery"));
        title.getStyleClass().add("card-heading");
        content.getChildren().setAll(title, words("hint", texts.of("recipe.gallery.text")));
        for (Template template : Template.values()) {
            content.getChildren().add(card(template, editor, texts));
        }
    }

    private static Node card(Template template, RecipeEditor editor, Texts texts) {
        String id = template.name().toLowerCase(Locale.ROOT);
        Label name = new Label(texts.of(template));
        name.getStyleClass().add("card-name");
        String key = "recipe.template." + id;
        VBox text = new VBox(name, words("card-detail", texts.of(key)));
        if (!template.variables().isEmpty()) {
            text.getChildren().add(words("variables", template.variables()));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        Button add = new Button(texts.of("recipe.gallery.add"));
        add.setId("add-" + id);
        add.getStyleClass().add("accent");
        add.setAccessibleText(texts.of("recipe.edit.add", texts.of(template)));
        add.setOnAction(_ -> editor.add(template));
        Button alone = new Button(texts.of("recipe.gallery.start"));
        alone.setId("start-" + id);
        alone.setTooltip(new Tooltip(texts.of("recipe.gallery.start.tip")));
        alone.setAccessibleText(texts.of("recipe.edit.start", texts.of(template)));
        alone.setOnAction(_ -> editor.startWith(template));
        add.setMinWidth(USE_PREF_SIZE);
        alone.setMinWidth(USE_PREF_SIZE);
        HBox card = new HBox(text, alone, add);
        card.getStyleClass().add("gallery-card");
        return card;
    }

    private static Label words(String style, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
