package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

class PlanCommandTest {

    @TempDir private Path folder;

    @Test
    void thePassesAreShownWithTheirColumnsShardsAndBytesAndNothingIsRun() throws IOException {
        Project project = Project.in(folder);

        Cli.Outcome plan = Cli.run("plan", project.recipe());

        assertThat(plan.exitCode()).isZero();
        assertThat(plan.err()).isEmpty();
        assertThat(plan.out())
                .containsSubsequence(
                        "fraud risk sample",
                        "streaming",
                        folder.resolve("data").toString(),
                        project.output().toString(),
                        "Pass 1 of 2: fits risk-table-mapping",
                        "8 shards, 704.3 kB of train",
                        "8 of 20:",
                        "velocity_1d, merchant_category",
                        "label",
                        "Pass 2 of 2: applies risk-table-mapping to every shard",
                        "7 of 20:",
                        "All passes read 1.4 MB. Nothing was run.");
        assertThat(project.outputs()).isEmpty();
    }

    @Test
    void filesThatAreNoShardsAreListed() throws IOException {
        Project project = Project.in(folder);
        Files.writeString(folder.resolve("data/notes.txt"), "mine");

        assertThat(Cli.run("plan", project.recipe()).out()).containsPattern("ignored +notes.txt\\R");
    }

    @Test
    void pathsOutsideTheRecipesFolderAreShown() throws IOException {
        Project project = Project.in(folder.resolve("mine"));
        assertThat(Cli.run("plan", project.recipe()).out()).doesNotContain("elsewhere");

        project.edit("\"out\"", "\"../theirs\"");

        assertThat(Cli.run("plan", project.recipe()).out())
                .containsPattern("elsewhere +output.path: " + Pattern.quote(folder.resolve("theirs").toString()));
    }

    @Test
    void aRecipeThatDoesNotFitItsDatasetIsAnError() throws IOException {
        Project project = Project.in(folder).edit("\"country\"", "\"county\"");

        Cli.Outcome plan = Cli.run("plan", project.recipe());

        assertThat(plan.exitCode()).isEqualTo(2);
        assertThat(plan.out()).isEmpty();
        assertThat(plan.err()).contains("there is no column 'county'", "Did you mean 'country'?");
    }
}
