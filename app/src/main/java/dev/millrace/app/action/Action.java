package dev.millrace.app.action;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/// Something a person can do, by its keys or from the palette.
///
/// @param id tells it from others, such as `undo`
/// @param words what a person reads
/// @param keys each of them does it; may be empty
/// @param enabled whether it can be done now
/// @param focus the keys hold only while the focus is in here; null for everywhere in its place
/// @param work does it; on the screen's thread
public record Action(
        String id,
        String words,
        List<KeyCodeCombination> keys,
        ObservableValue<Boolean> enabled,
        @Nullable Node focus,
        Runnable work) {

    public Action {
        keys = List.copyOf(keys);
    }

    /// An action without keys that can always be done.
    public static Action of(String id, String words, Runnable work) {
        return new Action(id, words, List.of(), new ReadOnlyBooleanWrapper(true).getReadOnlyProperty(), null, work);
    }

    /// The same with one more combination of keys.
    public Action on(KeyCode code, KeyCombination.Modifier... modifiers) {
        List<KeyCodeCombination> more =
                Stream.concat(keys.stream(), Stream.of(new KeyCodeCombination(code, modifiers))).toList();
        return new Action(id, words, more, enabled, focus, work);
    }

    /// The same with one more key together with Ctrl, on macOS with ⌘.
    public Action onShortcut(KeyCode code) {
        return on(code, KeyCombination.SHORTCUT_DOWN);
    }

    /// The same with one more key together with Ctrl and Shift, on macOS with ⌘ and Shift.
    public Action onShiftShortcut(KeyCode code) {
        return on(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    /// The same, but only while something holds.
    public Action when(ObservableValue<Boolean> condition) {
        return new Action(id, words, keys, condition, focus, work);
    }

    /// The same, with keys that hold only while the focus is in a node.
    public Action within(Node node) {
        return new Action(id, words, keys, enabled, node, work);
    }

    public boolean isEnabled() {
        return Boolean.TRUE.equals(enabled.getValue());
    }
}
