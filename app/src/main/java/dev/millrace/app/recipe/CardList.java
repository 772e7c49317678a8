package dev.millrace.app.recipe;

import dev.millrace.app.text.Texts;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;

/// The cards of the recipe, one below the other, put in order by dragging, or with the keys that
/// [RecipeController#actions()] names.
public final class CardList extends ListView<Card> {

    private boolean following;

    public CardList() {
        getStyleClass().add("card-list");
    }

    void bind(RecipeEditor editor, Texts texts) {
        setCellFactory(_ -> new CardCell(editor, texts));
        setItems(editor.cards());
        setAccessibleText(texts.of("recipe.cards"));
        getSelectionModel()
                .selectedIndexProperty()
                .subscribe(index -> {
                    if (!following && index.intValue() >= 0 && index.intValue() != editor.selectedProperty().get()) {
                        editor.selectedProperty().set(index.intValue());
                        editor.panelProperty().set(Panel.FORM);
                    }
                });
        setOnMouseClicked(_ -> editor.panelProperty().set(Panel.FORM));
        editor.selectedProperty().subscribe(_ -> follow(editor));
        editor.cards().addListener((ListChangeListener<Card>) _ -> follow(editor));
    }

    private void follow(RecipeEditor editor) {
        following = true;
        getSelectionModel().clearAndSelect(editor.selectedProperty().get());
        getFocusModel().focus(editor.selectedProperty().get());
        following = false;
    }
}
