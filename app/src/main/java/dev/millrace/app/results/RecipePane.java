package dev.millrace.app.results;

import dev.millrace.app.text.Texts;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.run.Manifest;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// The recipe that was run beside the manifest of what came out, both folded.
final class RecipePane extends HBox {

    private final Texts texts;
    private final JsonTree recipe;
    private final JsonTree manifest;
    private final VBox manifestCard;
    private String recipeText = "";
    private String manifestText = "";

    /// @param copy puts a text on the clipboard
    RecipePane(Texts texts, Consumer<String> copy) {
        this.texts = texts;
        recipe = new JsonTree(texts);
        recipe.setId("recipeTree");
        manifest = new JsonTree(texts);
        manifest.setId("manifestTree");
        manifestCard = card(texts.of("results.manifest"), manifest, () -> copy.accept(manifestText));
        getStyleClass().add("learned");
        getChildren().setAll(card(texts.of("results.recipe"), recipe, () -> copy.accept(recipeText)), manifestCard);
    }

    private VBox card(String title, JsonTree tree, Runnable copy) {
        Label label = new Label(title);
        label.getStyleClass().add("card-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button button = new Button(texts.of("results.copy"), new FontIcon("mdoal-content_copy"));
        button.getStyleClass().add("flat");
        button.setOnAction(_ -> copy.run());
        HBox head = new HBox(label, space, button);
        head.getStyleClass().add("table-head");
        head.setAlignment(Pos.CENTER_LEFT);
        tree.setAccessibleText(title);
        VBox.setVgrow(tree, Priority.ALWAYS);
        VBox card = new VBox(head, tree);
        card.getStyleClass().addAll("pane-card", "table-card");
        card.setPrefWidth(1);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    void show(@Nullable RecipeDocument document, @Nullable Manifest ofRun) {
        recipeText = document == null ? "" : document.toString();
        manifestText = ofRun == null ? "" : new String(Json.document(ofRun), StandardCharsets.UTF_8);
        recipe.show(texts.of("results.recipe"), document == null ? null : document.value("").orElse(null));
        manifest.show(texts.of("results.manifest"), ofRun == null ? null : Json.plain(ofRun));
        manifestCard.setVisible(ofRun != null);
        manifestCard.setManaged(ofRun != null);
    }
}
