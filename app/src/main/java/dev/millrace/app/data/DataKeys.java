package dev.millrace.app.data;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// Data's keys. They hold as long as the place is shown, wherever in it the focus is.
final class DataKeys {

    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

    DataKeys(DataController controller, DataGrid grid) {
        keys.put(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN), controller::find);
        keys.put(new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN), controller::goToRow);
        keys.put(new KeyCodeCombination(KeyCode.F4), controller::toggleInspector);
        keys.put(new KeyCodeCombination(KeyCode.F8), controller::nextProblem);
        grid.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
                        controller.copy();
                        event.consume();
                    }
                });
    }

    void install(Node place) {
        place.sceneProperty().subscribe(this::move);
    }

    private void move(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.getAccelerators().keySet().removeAll(keys.keySet());
        }
        if (now != null) {
            now.getAccelerators().putAll(keys);
        }
    }
}
