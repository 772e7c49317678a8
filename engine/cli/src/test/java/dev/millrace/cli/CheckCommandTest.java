package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class CheckCommandTest {

    @TempDir private Path folder;

    private Project project;

    @BeforeEach
    void copyProject() {
        project = Project.in(folder);
    }

    @Test
    void aSoundRecipeHasNoProblemsAndNothingIsWritten() throws IOException {
        Cli.Outcome check = Cli.run("check", project.recipe());

        assertThat(check.exitCode()).isZero();
        assertThat(check.out()).isEqualToNormalizingNewlines("No problems found.\n");
        assertThat(check.err()).isEmpty();
        assertThat(project.outputs()).isEmpty();
    }

    @Test
    void problemsOfRecipeColumnsAndOutputFolderAreListedTogether() throws IOException {
        project.edit("\"device\"", "\"devise\"").edit("\"countThreshold\"", "\"countTreshold\"");
        project.edit("\"label\": \"label\"", "\"label\": \"lable\"");
        Files.createDirectory(project.output());
        Files.writeString(project.output().resolve("notes.txt"), "mine");

        Cli.Outcome check = Cli.run("check", project.recipe());

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.err())
                .contains("line 6: there is no column 'lable'", "Did you mean 'label'?")
                .contains("line 23: there is no setting 'countTreshold'", "Did you mean 'countThreshold'?")
                .contains("notes.txt");
        assertThat(check.out()).isEqualToNormalizingNewlines("3 problems found.\n");
        assertThat(project.outputs()).containsExactly("notes.txt");
    }

    @Test
    void everyUnknownFieldIsListed() throws IOException {
        project.edit("\"device\"", "\"devise\"").edit("\"country\"", "\"county\"");

        Cli.Outcome check = Cli.run("check", project.recipe());

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.err()).contains("'devise'", "Did you mean 'device'?", "'county'", "Did you mean 'country'?");
        assertThat(check.out()).isEqualToNormalizingNewlines("2 problems found.\n");
    }

    @Test
    void aReplacedSettingIsCheckedInPlaceOfTheRecipes() throws IOException {
        project.edit("\"label\": \"label\"", "\"label\": \"lable\"");

        assertThat(Cli.run("check", project.recipe(), "--set", "dataset.label=label").exitCode()).isZero();
        Cli.Outcome check = Cli.run("check", project.recipe(), "--set", "dataset.label=labl");
        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.err()).startsWith("error: --set dataset.label=labl: there is no column 'labl'");
    }

    @Test
    void aMissingRecipeIsAProblem() {
        Cli.Outcome check = Cli.run("check", folder.resolve("none.json"));

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.err()).contains("none.json: there is no such file");
    }
}
