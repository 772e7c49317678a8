package dev.millrace.cli;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;

/// The command line as a user sees it, in this process.
final class Cli {

    private Cli() {}

    /// How a command ended and what it printed.
    record Outcome(int exitCode, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }
    }

    /// Runs a command; its words may be anything that has a text.
    static Outcome run(Object... words) {
        return run(Millrace.commandLine(), words);
    }

    static Outcome run(CommandLine commandLine, Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = commandLine.execute(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
        return new Outcome(exitCode, out.toString(), err.toString());
    }
}
