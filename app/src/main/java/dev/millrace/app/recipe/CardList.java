package dev.millrace.app.recipe;

import static java.util.Objects.requireNonNull;

import dev.millrace.app.text.Texts;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.Map;

/// The cards of the recipe, one below the other, put in order by dragging or with the keys.
public final class CardList extends ListView<Card> {

    private static final double CARD = 76;

    private boolean following;

    public CardList() {
        getStyleClass().add("card-list");
        setFixedCellSize(CARD);
    }

    void bind(RecipeEditor editor, Texts texts) {
        setCellFactory(_ -> new CardCell(editor, texts));
        setItems(editor.cards());
        setAccessibleText(texts.of("recipe.cards"));
        Map<KeyCode, Runnable> plain =
                Map.of(
                        KeyCode.DELETE,
                        editor::remove,
                        KeyCode.BACK_SPACE,
                        editor::remove,
                        KeyCode.SPACE,
                        () -> editor.toggle(editor.strategy()),
                        KeyCode.INSERT,
                        () -> editor.panelProperty().set(Panel.GALLERY));
        Map<KeyCode, Runnable> withAlt = Map.of(KeyCode.UP, () -> editor.move(-1), KeyCode.DOWN, () -> editor.move(1));
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    Map<KeyCode, Runnable> keys = event.isAltDown() ? withAlt : plain;
                    if (event.isShortcutDown() && event.getCode() == KeyCode.D) {
                        editor.duplicate();
                        event.consume();
                    } else if (!event.isShortcutDown() && keys.containsKey(event.getCode())) {
                        requireNonNull(keys.get(event.getCode())).run();
                        event.consume();
                    }
                });
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
