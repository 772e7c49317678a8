package dev.millrace.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.MemoryPreferences;

import javafx.beans.property.SimpleBooleanProperty;

import org.junit.jupiter.api.Test;

class ThemeViewModelTest {

    private final MemoryPreferences preferences = new MemoryPreferences();
    private final SimpleBooleanProperty systemDark = new SimpleBooleanProperty();

    @Test
    void followsTheSystemUntilAPersonChooses() {
        ThemeViewModel theme = new ThemeViewModel(preferences, systemDark);
        systemDark.set(true);
        assertThat(theme.darkProperty().get()).isTrue();
        theme.themeProperty().set(Theme.LIGHT);
        assertThat(theme.darkProperty().get()).isFalse();
    }

    @Test
    void choiceIsKept() {
        new ThemeViewModel(preferences, systemDark).themeProperty().set(Theme.DARK);
        assertThat(new ThemeViewModel(preferences, systemDark).themeProperty().get()).isEqualTo(Theme.DARK);
    }

    @Test
    void contentOfANewerVersionIsTakenAsSystem() {
        preferences.put("theme", "SEPIA");
        assertThat(new ThemeViewModel(preferences, systemDark).themeProperty().get()).isEqualTo(Theme.SYSTEM);
    }
}
