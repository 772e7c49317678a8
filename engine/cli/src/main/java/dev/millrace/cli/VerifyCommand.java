package dev.millrace.cli;

import dev.millrace.engine.Engine;
import dev.millrace.engine.run.Verification;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `millrace verify`: compares the files of a finished run with what its manifest says of them.
@Command(
        name = "verify",
        description = {
            "Reads every file that a finished run wrote and compares it with the run's manifest.",
            "Changes nothing. Ends with code 3 if a file is missing or is not what was written."
        },
        footer = {"  millrace verify out/fraud"})
final class VerifyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "OUTPUT", description = "The output folder of a run.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Override
    public Integer call() {
        Verification found = new Engine().verify(output);
        PrintWriter out = spec.commandLine().getOut();
        ErrorReport report = new ErrorReport(spec.commandLine());
        found.problems().forEach(report::problem);
        String files = Figures.count(found.files(), "file");
        String run = "run " + found.manifest().run() + " of " + found.manifest().ended();
        out.println(
                found.problems().isEmpty()
                        ? files + ", " + Figures.bytes(found.bytes()) + ": all as written by " + run
                        : Figures.count(found.problems().size(), "problem") + " found in " + files + " of " + run);
        out.flush();
        return found.problems().isEmpty() ? ExitCode.DONE : ExitCode.BAD_DATA;
    }
}
