package dev.millrace.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.action.Action;
import dev.millrace.app.action.KeyNames;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;

import java.util.List;

class WindowActionsTest {

    private final WindowActions actions = new WindowActions();
    private final Action everywhere = Action.of("run", "Run", () -> {}).onShortcut(KeyCode.ENTER);
    private final Action ofData = Action.of("broken", "Next broken", () -> {}).on(KeyCode.F8);
    private final Action ofRecipe = Action.of("mistake", "Next mistake", () -> {}).on(KeyCode.F8);

    private static KeyEvent press(KeyCode code, boolean shortcut) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false);
    }

    @Test
    void keysDoWhatTheyDoInThePlaceThatIsShown() {
        actions.add(Place.DATA, List.of(ofData));
        actions.add(Place.RECIPE, List.of(ofRecipe));
        actions.add(List.of(everywhere));
        assertThat(actions.pressed(press(KeyCode.F8, false), Place.DATA, null)).contains(ofData);
        assertThat(actions.pressed(press(KeyCode.F8, false), Place.RECIPE, null)).contains(ofRecipe);
        assertThat(actions.pressed(press(KeyCode.F8, false), Place.HOME, null)).isEmpty();
        assertThat(actions.pressed(press(KeyCode.ENTER, true), Place.HOME, null)).contains(everywhere);
        assertThat(actions.pressed(press(KeyCode.ENTER, false), Place.HOME, null)).isEmpty();
    }

    @Test
    void keysAreNamedAsOnTheKeyboard() {
        Action redo =
                Action.of("redo", "Do again", () -> {})
                        .onShiftShortcut(KeyCode.Z)
                        .on(KeyCode.UP, KeyCombination.ALT_DOWN)
                        .onShortcut(KeyCode.PLUS)
                        .onShortcut(KeyCode.EQUALS);
        assertThat(new KeyNames("Linux").of(redo)).isEqualTo("Ctrl+Shift+Z  Alt+↑  Ctrl++");
        assertThat(new KeyNames("Mac OS X").of(redo)).startsWith("⌘+Shift+Z");
    }
}
