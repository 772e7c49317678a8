package dev.millrace.app.theme;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;

import java.util.prefs.Preferences;

/// The person's choice of colours, kept in the preferences.
public final class ThemeViewModel {

    private static final String KEY = "theme";

    private final ObjectProperty<Theme> theme;
    private final BooleanBinding dark;

    /// @param systemDark whether the desktop is dark
    public ThemeViewModel(Preferences preferences, ObservableBooleanValue systemDark) {
        theme = new SimpleObjectProperty<>(read(preferences));
        dark =
                Bindings.createBooleanBinding(
                        () ->
                                switch (theme.get()) {
                                    case SYSTEM -> systemDark.get();
                                    case LIGHT -> false;
                                    case DARK -> true;
                                },
                        theme,
                        systemDark);
        theme.subscribe(chosen -> preferences.put(KEY, chosen.name()));
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// Whether the window is dark now.
    public BooleanBinding darkProperty() {
        return dark;
    }

    private static Theme read(Preferences preferences) {
        try {
            return Theme.valueOf(preferences.get(KEY, Theme.SYSTEM.name()));
        } catch (IllegalArgumentException fromOtherVersion) {
            return Theme.SYSTEM;
        }
    }
}
