package dev.millrace.cli;

import dev.millrace.engine.Engine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/// `millrace plan`: shows what a run would do.
@Command(
        name = "plan",
        description = {"Shows what a run of a recipe will read, in which passes and why.", "Runs nothing."},
        footer = {"  millrace plan fraud.millrace.json"})
final class PlanCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private RecipeArgument recipe;

    @Override
    public Integer call() {
        Engine engine = new Engine();
        PrintWriter out = spec.commandLine().getOut();
        new PlanReport(engine.plan(recipe.read(engine))).print(out);
        out.flush();
        return ExitCode.DONE;
    }
}
