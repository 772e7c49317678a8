package dev.millrace.app.recipe;

import dev.millrace.app.text.Texts;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.recipe.RecipeDocument;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.nio.charset.StandardCharsets;

/// The recipe as its file, to read and to write. What is no JSON yet is not taken over.
public final class JsonPane extends VBox {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final TextArea text = new TextArea();
    private final Label mistake = new Label();

    public JsonPane() {
        getStyleClass().add("field");
        text.setId("jsonText");
        text.getStyleClass().add("json");
        mistake.getStyleClass().add("field-mistake");
        mistake.setWrapText(true);
        mistake.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(text, Priority.ALWAYS);
    }

    void bind(RecipeEditor editor, Texts texts) {
        Label help = new Label(texts.of("recipe.json.help"));
        help.getStyleClass().add("hint");
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(help, text, mistake);
        tell("");
        text.setAccessibleText(texts.of("recipe.panel.json"));
        ObservableValue<RecipeDocument> shown = editor.history().stateProperty().when(visibleProperty());
        shown.subscribe(document -> {
            if (isVisible() && !isTyped(document)) {
                text.setText(document.toString());
            }
        });
        text.textProperty().subscribe((_, typed) -> take(typed, editor, texts));
    }

    private boolean isTyped(RecipeDocument document) {
        try {
            return document.equals(parsed(text.getText()));
        } catch (RecipeException typing) {
            return false;
        }
    }

    private void take(String typed, RecipeEditor editor, Texts texts) {
        try {
            editor.replace(parsed(typed), texts.of("recipe.edit.json"));
            tell("");
        } catch (RecipeException typing) {
            tell(typing.problems().getFirst().message());
        }
    }

    private void tell(String finding) {
        mistake.setText(finding);
        mistake.setVisible(!finding.isEmpty());
        mistake.setManaged(!finding.isEmpty());
        text.pseudoClassStateChanged(DANGER, !finding.isEmpty());
    }

    private static RecipeDocument parsed(String text) {
        return RecipeDocument.parse(text.getBytes(StandardCharsets.UTF_8), "JSON");
    }
}
