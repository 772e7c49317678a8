package dev.millrace.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.MemoryPreferences;

import org.junit.jupiter.api.Test;

class SettingsViewModelTest {

    private final MemoryPreferences preferences = new MemoryPreferences();
    private final SettingsViewModel settings = new SettingsViewModel(preferences);

    @Test
    void whatIsSetIsThereAtTheNextStart() {
        settings.workersProperty().set(3);
        settings.confirmsCancelProperty().set(false);
        settings.textSizeProperty().set(150);
        SettingsViewModel later = new SettingsViewModel(preferences);
        assertThat(later.workersProperty().get()).isEqualTo(3);
        assertThat(later.confirmsCancelProperty().get()).isFalse();
        assertThat(later.textSizeProperty().get()).isEqualTo(150);
    }

    @Test
    void resetGoesBackToTheBeginning() {
        settings.workersProperty().set(3);
        settings.noticesProperty().set(false);
        settings.recentsProperty().set(20);
        settings.reset();
        assertThat(settings.workersProperty().get()).isZero();
        assertThat(settings.noticesProperty().get()).isTrue();
        assertThat(settings.recentsProperty().get()).isEqualTo(8);
    }

    @Test
    void textGrowsAndShrinksWithinItsSizes() {
        settings.resizeText(1);
        assertThat(settings.textSizeProperty().get()).isEqualTo(125);
        for (int press = 0; press < 9; press++) {
            settings.resizeText(1);
        }
        assertThat(settings.textSizeProperty().get()).isEqualTo(200);
        settings.resizeText(-1);
        assertThat(settings.textSizeProperty().get()).isEqualTo(175);
        settings.resizeText(0);
        assertThat(settings.textSizeProperty().get()).isEqualTo(100);
    }

    @Test
    void nonsenseOfAnotherVersionIsBounded() {
        preferences.putInt("text.size", 9000);
        preferences.put("run.workers", "many");
        SettingsViewModel later = new SettingsViewModel(preferences);
        assertThat(later.textSizeProperty().get()).isEqualTo(200);
        assertThat(later.workersProperty().get()).isZero();
    }
}
