package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

/// What a user reads when something is wrong, and that nothing is left under a final name.
class RunErrorsTest {

    @TempDir private Path folder;

    private Project project;

    @BeforeEach
    void copyProject() {
        project = Project.in(folder);
    }

    @Test
    void aMisspeltKeyIsNamedWithItsLineAndTheNearestKey() throws IOException {
        project.edit("\"countThreshold\"", "\"countTreshold\"");

        assertFailure(
                2,
                project.recipe() + ", line 23: there is no setting 'countTreshold'",
                "Did you mean 'countThreshold'?");
    }

    @Test
    void everyMistakeOfARecipeIsToldAtOnce() throws IOException {
        project.edit("\"streaming\"", "\"streamin\"")
                .edit("\"path\": \"out\"", "\"path\": \"out\", \"owerwrite\": true");

        assertFailure(2, "there is no setting 'owerwrite'", "Did you mean 'streaming'?");
    }

    @Test
    void aRecipeThatIsNoJsonIsNamedWithTheLine() throws IOException {
        project.edit("\"job\": \"training\",", "\"job\": \"training\"");

        assertFailure(2, project.recipe() + ", line 9: not valid JSON");
    }

    @Test
    void aMissingRecipeFileIsNamed() throws IOException {
        Files.delete(project.recipe());

        assertFailure(2, project.recipe() + ": there is no such file");
    }

    @Test
    void anUnknownFieldIsNamedWithTheNearestColumn() throws IOException {
        project.edit("\"device\"", "\"devise\"");

        assertFailure(2, "line 15: there is no column 'devise'", "Did you mean 'device'?");
    }

    @Test
    void aMissingLabelColumnIsNamed() throws IOException {
        project.edit("\"label\": \"label\"", "\"label\": \"lable\"");

        assertFailure(2, "line 6: there is no column 'lable'", "Did you mean 'label'?");
    }

    @Test
    void aRowWithTooFewCellsIsNamedWithFileAndLine() throws IOException {
        long lines = Files.readString(project.shard(3)).lines().count();
        Files.writeString(project.shard(3), "T1,short\n", StandardOpenOption.APPEND);

        assertFailure(3, "part-00003.csv, line " + (lines + 1));
    }

    @Test
    void aShardThatIsAFolderIsNamed() throws IOException {
        Files.delete(project.shard(2));
        Files.createDirectory(project.shard(2));

        assertFailure(3, "part-00002.csv", "is a folder");
    }

    @Test
    void aMissingDatasetIsNamed() throws IOException {
        project.edit("\"path\": \"data\"", "\"path\": \"date\"");

        assertFailure(2, "line 5: there is no folder or file " + folder.resolve("date"), "Correct dataset.path");
    }

    @Test
    void aFolderWithoutShardsIsBadData() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        project.edit("\"path\": \"data\"", "\"path\": \"empty\"");

        assertFailure(3, "no shards found");
    }

    @Test
    void anOutputFolderWithOtherFilesIsRefusedAndLeftAlone() throws IOException {
        Path output = Files.createDirectory(folder.resolve("mine"));
        Path notes = Files.writeString(output.resolve("notes.txt"), "mine");

        Cli.Outcome run = Cli.run("run", project.recipe(), "--output", output);

        assertFailure(run, 2, "--output: the output folder " + output + " is not empty");

        assertThat(notes).hasContent("mine");
        assertThat(Project.filesIn(output)).containsExactly("notes.txt");
    }

    @Test
    void anOutputFolderWithOtherFilesIsRefusedEvenToOverwrite() throws IOException {
        Path output = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(output.resolve("notes.txt"), "mine");

        assertFailure(Cli.run("run", project.recipe(), "--overwrite", "--output", output), 2, "is not empty");

        assertThat(Project.filesIn(output)).containsExactly("notes.txt");
    }

    @Test
    void anOutputThatIsAFileIsRefused() throws IOException {
        assertFailure(Cli.run("run", project.recipe(), "--output", project.shard(1)), 2, "is a file");
    }

    @Test
    void anOutputBelowAFileFails() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        assertFailure(Cli.run("run", project.recipe(), "--output", file.resolve("out")), 1, "cannot be written");

        assertThat(file).hasContent("mine");
    }

    @Test
    void aStackTraceIsShownOnlyWhenAskedFor() throws IOException {
        Files.delete(project.recipe());

        assertThat(Cli.run("run", project.recipe()).err()).doesNotContain("\tat ");
        assertThat(Cli.run("--debug", "run", project.recipe()).err()).contains("RecipeException", "\tat ");
        assertThat(Cli.run("run", project.recipe(), "--debug").err()).contains("RecipeException", "\tat ");
    }

    @Command(name = "faulty")
    static final class Faulty implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("the figures do not add up");
        }
    }

    @Test
    void aFaultOfMillraceIsToldAsSuch() {
        Cli.Outcome outcome = Cli.run(Millrace.commandLine().addSubcommand(new Faulty()), "faulty");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith("internal error: java.lang.IllegalStateException: the figures do not add up")
                .contains("Please report it", "--debug")
                .doesNotContain("\tat ");
    }

    @Test
    void theStackTraceOfAFaultIsShownWhenAskedFor() {
        Cli.Outcome outcome = Cli.run(Millrace.commandLine().addSubcommand(new Faulty()), "faulty", "--debug");

        assertThat(outcome.err()).contains("stack trace:", "\tat ");
    }

    private void assertFailure(int exitCode, String... messages) throws IOException {
        assertFailure(Cli.run("run", project.recipe()), exitCode, messages);
    }

    private void assertFailure(Cli.Outcome run, int exitCode, String... messages) throws IOException {
        assertThat(run.err()).startsWith("error: ").contains(messages).doesNotContain("\tat ");
        assertThat(run.err().lines()).allMatch(line -> line.startsWith("error: ") || line.startsWith("  "));
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(project.outputs()).isEmpty();
    }
}
