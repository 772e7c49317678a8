package dev.millrace.app.shell;

import dev.millrace.app.action.Action;
import dev.millrace.app.run.RunState;
import dev.millrace.app.settings.SettingsViewModel;
import dev.millrace.app.text.Texts;
import dev.millrace.app.theme.Theme;
import dev.millrace.app.theme.ThemeViewModel;

import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What can be done wherever a person is in the window.
public final class ShellActions {

    private static final KeyCode[] DIGITS = {
        KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6
    };

    /// Opens the palette, which need not offer itself.
    static final String PALETTE = "palette";

    private static final Set<String> HOLD_ALWAYS =
            Set.of(PALETTE, "settings", "guide", "keys", "about", "larger", "smaller", "usualSize");

    private final ShellViewModel shell;
    private final SettingsViewModel settings;
    private final ThemeViewModel theme;
    private final Texts texts;

    public ShellActions(ShellViewModel shell, SettingsViewModel settings, ThemeViewModel theme, Texts texts) {
        this.shell = shell;
        this.settings = settings;
        this.theme = theme;
        this.texts = texts;
    }

    /// Whether the keys of an action hold even while something lies over the places.
    static boolean holdsAlways(Action action) {
        return HOLD_ALWAYS.contains(action.id());
    }

    /// Goes to each place.
    List<Action> places() {
        return Arrays.stream(Place.values())
                .map(place ->
                        Action.of("place." + place, texts.of(place), () -> shell.placeProperty().set(place))
                                .onShortcut(DIGITS[place.digit() - 1]))
                .toList();
    }

    /// Begins, holds and ends the run.
    List<Action> run() {
        ObservableValue<Boolean> live = shell.run().stateProperty().map(RunState::isLive);
        return List.of(
                Action.of("run", texts.of("action.run"), shell::startRun)
                        .onShortcut(KeyCode.ENTER)
                        .when(live.map(now -> !now)),
                Action.of("pause", texts.of("action.pause"), shell.run()::pauseOrGoOn)
                        .onShortcut(KeyCode.P)
                        .when(
                                shell.run()
                                        .stateProperty()
                                        .map(now -> now == RunState.RUNNING || now == RunState.PAUSED)),
                Action.of("cancel", texts.of("action.cancel"), shell::cancelRun).onShortcut(KeyCode.PERIOD).when(live));
    }

    /// How the window looks.
    List<Action> looks() {
        List<Action> looks =
                new ArrayList<>(
                        List.of(
                                Action.of("larger", texts.of("action.larger"), () -> settings.resizeText(1))
                                        .onShortcut(KeyCode.PLUS)
                                        .onShortcut(KeyCode.EQUALS)
                                        .onShortcut(KeyCode.ADD)
                                        .on(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY),
                                Action.of("smaller", texts.of("action.smaller"), () -> settings.resizeText(-1))
                                        .onShortcut(KeyCode.MINUS)
                                        .onShortcut(KeyCode.SUBTRACT),
                                Action.of("usualSize", texts.of("action.usualSize"), () -> settings.resizeText(0))
                                        .onShortcut(KeyCode.DIGIT0)
                                        .onShortcut(KeyCode.NUMPAD0)));
        for (Theme each : Theme.values()) {
            String words = texts.of("action.colours", texts.of(each));
            looks.add(Action.of("colours." + each, words, () -> theme.themeProperty().set(each)));
        }
        return looks;
    }
}
