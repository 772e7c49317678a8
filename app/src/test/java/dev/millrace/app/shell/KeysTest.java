package dev.millrace.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.ScriptedRuns;
import dev.millrace.app.Snapshots;
import dev.millrace.app.TestWiring;
import dev.millrace.app.action.KeyNames;

import javafx.scene.input.KeyCodeCombination;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The keys of the whole window.
class KeysTest {

    @TempDir Path folder;

    private WindowActions actions;

    @BeforeEach
    void open() throws Exception {
        actions =
                Snapshots.onScreenThread(() ->
                        new TestWiring().atOnce(folder, new ScriptedRuns()).window(1280, 800).controller().actions());
    }

    @ParameterizedTest
    @EnumSource
    void noKeysDoTwoThingsInAPlace(Place place) {
        Set<KeyCodeCombination> seen = new HashSet<>();
        Stream.concat(actions.of(null).stream(), actions.of(place).stream())
                .flatMap(action -> action.keys().stream().distinct())
                .forEach(keys -> assertThat(seen.add(keys)).as(keys.getDisplayText()).isTrue());
    }

    @Test
    void noTwoActionsAreCalledTheSame() {
        assertThat(actions.all()).extracting(each -> each.action().id()).doesNotHaveDuplicates();
        assertThat(actions.all()).extracting(each -> each.action().words()).doesNotHaveDuplicates();
    }

    @Test
    void readmeNamesAllKeys() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        KeyNames names = new KeyNames("Linux");
        Set<String> missing = new TreeSet<>();
        for (WindowActions.Placed placed : actions.all()) {
            for (KeyCodeCombination keys : placed.action().keys()) {
                if (!readme.contains(names.of(keys))) {
                    missing.add(names.of(keys));
                }
            }
        }
        assertThat(missing).isEmpty();
    }
}
