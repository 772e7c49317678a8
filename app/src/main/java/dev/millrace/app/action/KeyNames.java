package dev.millrace.app.action;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Combinations of keys as they are written on the keyboard, such as `Ctrl+Shift+Z`.
public final class KeyNames {

    private static final String BETWEEN_KEYS = "+";
    private static final String BETWEEN_COMBINATIONS = "  ";

    private final String shortcut;

    /// @param system the name of the operating system, as the property `os.name` has it
    public KeyNames(String system) {
        shortcut = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "⌘" : "Ctrl";
    }

    /// For the system that the program runs on.
    public static KeyNames here() {
        return new KeyNames(System.getProperty("os.name", ""));
    }

    /// All combinations of an action; empty if it has none.
    public String of(Action action) {
        return action.keys().stream().map(this::of).distinct().collect(Collectors.joining(BETWEEN_COMBINATIONS));
    }

    public String of(KeyCodeCombination keys) {
        List<String> names = new ArrayList<>();
        addIfDown(names, keys.getShortcut(), shortcut);
        addIfDown(names, keys.getAlt(), "Alt");
        addIfDown(names, keys.getShift(), "Shift");
        names.add(name(keys.getCode()));
        return String.join(BETWEEN_KEYS, names);
    }

    private static void addIfDown(List<String> names, ModifierValue modifier, String name) {
        if (modifier == ModifierValue.DOWN) {
            names.add(name);
        }
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case UP -> "↑";
            case DOWN -> "↓";
            case LEFT -> "←";
            case RIGHT -> "→";
            case PERIOD -> ".";
            case COMMA -> ",";
            case PLUS, EQUALS, ADD -> "+";
            case MINUS, SUBTRACT -> "−";
            case NUMPAD0 -> "0";
            case BACK_SPACE -> "Backspace";
            default -> code.getName();
        };
    }
}
