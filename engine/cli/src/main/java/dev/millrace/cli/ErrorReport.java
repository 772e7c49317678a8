package dev.millrace.cli;

import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.run.EngineVersion;

import picocli.CommandLine;

import java.io.PrintWriter;

/// Prints what went wrong on the standard error stream: what was found in one line, what to do about it below.
final class ErrorReport {

    private final CommandLine command;
    private final PrintWriter err;

    ErrorReport(CommandLine command) {
        this.command = command;
        this.err = command.getErr();
    }

    /// Tells why a command failed; the stack trace only if asked for, or if Millrace itself is at fault.
    ///
    /// @return the exit code
    int failure(Exception failure) {
        if (failure instanceof EngineException expected) {
            expected.problems().forEach(this::problem);
            stackTrace(failure);
            return ExitCode.of(expected);
        }
        line("internal error", String.valueOf(failure));
        remedy("This is a fault in Millrace " + EngineVersion.current() + ", not in your data or recipe.");
        remedy(
                RootCommand.isDebug(command)
                        ? "Please report it with the recipe and this stack trace:"
                        : "Please report it with the recipe and what the same command prints with --debug.");
        stackTrace(failure);
        return ExitCode.FAILED;
    }

    void problem(Problem problem) {
        error(problem.place() + ": " + problem.finding() + ".");
        remedy(problem.remedy() + ".");
    }

    void error(String text) {
        line("error", text);
    }

    void remedy(String text) {
        err.println("  " + text);
        err.flush();
    }

    /// Only with `--debug`.
    void stackTrace(Exception failure) {
        if (RootCommand.isDebug(command)) {
            failure.printStackTrace(err);
            err.flush();
        }
    }

    private void line(String kind, String text) {
        err.println(command.getColorScheme().errorText(kind + ":") + " " + text);
    }
}
