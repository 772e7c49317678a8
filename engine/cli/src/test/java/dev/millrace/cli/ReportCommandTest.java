package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// `millrace report` on finished runs and other folders.
class ReportCommandTest {

    @TempDir private Path folder;

    @Test
    void thePageLiesBesideTheFolderOrWhereItIsAskedFor() {
        Project project = Project.in(folder);
        assertThat(Cli.run("run", project.recipe()).exitCode()).isZero();
        Cli.Outcome outcome = Cli.run("report", project.output());
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("out-report.html");
        assertThat(folder.resolve("out-report.html")).content().contains("5,000 rows in = 5,000 train", "<svg");
        Cli.run("report", project.output(), "--to", folder.resolve("page.html"));
        assertThat(folder.resolve("page.html")).hasSameTextualContentAs(folder.resolve("out-report.html"));
        assertThat(Cli.run("verify", project.output()).exitCode()).isZero();
    }

    @Test
    void aFolderWithoutAFinishedRunIsRefused() {
        Cli.Outcome outcome = Cli.run("report", folder);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("there is no finished run in this folder");
    }
}
