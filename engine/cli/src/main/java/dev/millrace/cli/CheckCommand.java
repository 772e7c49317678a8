package dev.millrace.cli;

import dev.millrace.engine.Engine;
import dev.millrace.engine.problem.Problem;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/// `millrace check`: lists everything that is wrong before a run, not just the first.
@Command(
        name = "check",
        description = {
            "Checks a recipe, its dataset's layout and columns, and its output folder.",
            "Lists every problem; reads no row."
        },
        footer = {"  millrace check fraud.millrace.json"})
final class CheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private RecipeArgument recipe;

    @Override
    public Integer call() {
        List<Problem> problems = recipe.check(new Engine());
        PrintWriter out = spec.commandLine().getOut();
        if (problems.isEmpty()) {
            out.println("No problems found.");
            out.flush();
            return ExitCode.DONE;
        }
        ErrorReport report = new ErrorReport(spec.commandLine());
        problems.forEach(report::problem);
        out.println(Figures.count(problems.size(), "problem") + " found.");
        out.flush();
        return ExitCode.USAGE;
    }
}
