package dev.millrace.cli;

import dev.millrace.engine.Engine;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.results.HtmlReport;
import dev.millrace.engine.results.Results;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `millrace report`: writes a page about a finished run.
@Command(
        name = "report",
        description = {
            "Writes an HTML page about a finished run: rows, times, what was learned, files, recipe.",
            "The page is one file that needs no network. It shows categories and figures that the run",
            "learned, but no rows."
        },
        footer = {"  millrace report out/fraud", "  millrace report out/fraud --to fraud.html"})
final class ReportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "OUTPUT", description = "The output folder of a run.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "Where to write the page; beside the folder, as OUTPUT-report.html, by default.")
    private @Nullable Path target;

    @Override
    public Integer call() {
        if (!(new Engine().results(output) instanceof Results.Finished results)) {
            throw new RecipeException(
                    new Problem(
                            Place.of(output),
                            "there is no finished run in this folder",
                            "Name the output folder of a run that has a file _SUCCESS"));
        }
        Path folder = output.toAbsolutePath().normalize();
        Path file = target == null ? folder.resolveSibling(folder.getFileName() + "-report.html") : target;
        try {
            Files.writeString(file, HtmlReport.of(results));
        } catch (IOException failure) {
            throw StorageException.writing(file, failure);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("wrote " + file);
        out.flush();
        return ExitCode.DONE;
    }
}
