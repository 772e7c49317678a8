package dev.millrace.app.recipe;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.Map;

/// Keys that work all over the place while it is shown, wherever the focus is.
final class RecipeKeys {

    private final Map<KeyCombination, Runnable> actions;

    /// @param actions what the keys do
    RecipeKeys(Map<KeyCombination, Runnable> actions) {
        this.actions = Map.copyOf(actions);
    }

    static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    static KeyCombination shiftShortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    /// Listens before any control does, so that undoing is the recipe's and not the text box's.
    void listen(Node place) {
        EventHandler<KeyEvent> press = this::press;
        place.sceneProperty()
                .subscribe((Scene before, Scene now) -> {
                    if (before != null) {
                        before.removeEventFilter(KeyEvent.KEY_PRESSED, press);
                    }
                    if (now != null) {
                        now.addEventFilter(KeyEvent.KEY_PRESSED, press);
                    }
                });
    }

    private void press(KeyEvent event) {
        actions.forEach((keys, action) -> {
            if (!event.isConsumed() && keys.match(event)) {
                action.run();
                event.consume();
            }
        });
    }
}
