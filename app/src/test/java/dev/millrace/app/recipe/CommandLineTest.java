package dev.millrace.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class CommandLineTest {

    private final Path folder = Path.of("").toAbsolutePath();

    @Test
    void plainPathStandsAsItIs() {
        Path recipe = folder.resolve("fraud-risk.millrace.json");
        assertThat(CommandLine.run(recipe, false)).isEqualTo("millrace run " + recipe);
    }

    @Test
    void whatAShellWouldTakeApartIsQuoted() {
        Path recipe = folder.resolve("Anna's $recipes/a b.millrace.json");
        assertThat(CommandLine.run(recipe, false))
                .isEqualTo("millrace run '" + folder + "/Anna'\\''s $recipes/a b.millrace.json'");
        assertThat(CommandLine.run(recipe, true)).isEqualTo("millrace run \"" + recipe + "\"");
    }
}
