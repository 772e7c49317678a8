package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `--set`, which every command that takes a recipe knows.
class SetOptionTest {

    @TempDir private Path folder;

    private Project project;

    @BeforeEach
    void copyProject() {
        project = Project.in(folder);
    }

    @Test
    void aRunTakesTheReplacedSettingsAndWritesThemIntoItsRecipe() throws IOException {
        Cli.Outcome run =
                Cli.run(
                        "run",
                        project.recipe(),
                        "--set",
                        "output.path=elsewhere",
                        "--set",
                        "strategies.risk-table-mapping.smoothFactor=0.25");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(project.outputs()).isEmpty();
        assertThat(Files.readString(folder.resolve("elsewhere/_run/recipe.json")))
                .containsPattern("\"smoothFactor\" : 0\\.25");
    }

    @Test
    void aPlanTakesThemToo() {
        Cli.Outcome plan = Cli.run("plan", project.recipe(), "--set", "strategies.0.fields=[\"country\"]");

        assertThat(plan.exitCode()).isZero();
        assertThat(plan.out()).contains("2 of 20:");
    }

    @Test
    void anOptionOfTheRunWinsOverASetting() throws IOException {
        Path output = folder.resolve("third");

        Cli.Outcome run =
                Cli.run("run", project.recipe(), "--set", "output.path=elsewhere", "--output", output.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(Project.filesIn(output)).contains("_SUCCESS");
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "run.workers, this is no assignment",
        "run.wrokers=4, Did you mean 'workers'?",
        "run.workers=many, a whole number",
        "strategies.7.fields=1, there is nothing named '7'"
    })
    void aWrongSettingIsToldAsOneOfTheCommandLine(String assignment, String expected) throws IOException {
        for (String command : new String[] {"run", "plan"}) {
            Cli.Outcome outcome = Cli.run(command, project.recipe(), "--set", assignment);

            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.err()).startsWith("error: --set " + assignment + ": ").contains(expected);
        }
        assertThat(project.outputs()).isEmpty();
    }
}
