package dev.millrace.app.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.MemoryPreferences;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class RecentsTest {

    private final MemoryPreferences preferences = new MemoryPreferences();
    private final Recents recents = new Recents(preferences, () -> 8);

    private static Path path(String name) {
        return Path.of(name).toAbsolutePath();
    }

    @Test
    void newestIsFirstAndKeptOnce() {
        recents.add(path("a"));
        recents.add(path("b"));
        recents.add(path("a"));
        assertThat(new Recents(preferences, () -> 8).paths()).containsExactly(path("a"), path("b"));
    }

    @Test
    void oldestFallOut() {
        for (int i = 0; i < 12; i++) {
            recents.add(path("p" + i));
        }
        assertThat(recents.paths()).hasSize(8).startsWith(path("p11")).endsWith(path("p4"));
    }

    @Test
    void forgottenIsGone() {
        recents.add(path("a"));
        recents.add(path("b"));
        recents.remove(path("b"));
        assertThat(recents.paths()).containsExactly(path("a"));
    }
}
