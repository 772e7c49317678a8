package dev.millrace.cli;

import dev.millrace.engine.Engine;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.Run;
import dev.millrace.engine.run.RunResult;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `millrace run`: executes a recipe, shows how far it is, and tells what came out.
@Command(
        name = "run",
        description = {"Executes a recipe.", "A run that fails or is cancelled (Ctrl-C) leaves no result behind."},
        footer = {
            "  millrace run fraud.millrace.json",
            "  millrace run fraud.millrace.json --mode streaming --output /data/out",
            "  millrace run fraud.millrace.json --overwrite --json > events.jsonl"
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private RecipeArgument recipe;

    @ArgGroup(validate = false, heading = "%nHow it runs:%n", order = 1)
    private RunOptions runOptions = new RunOptions();

    @ArgGroup(validate = false, heading = "%nWhere results go:%n", order = 2)
    private OutputOptions outputOptions = new OutputOptions();

    @Option(
            names = "--json",
            description = "Print every event of the run as a JSON object in a line of its own, and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        runOptions.check(spec.commandLine());
        Engine engine = new Engine();
        Recipe changed = outputOptions.changed(runOptions.changed(recipe.read(engine)));
        Plan plan = engine.plan(changed);
        try (CancelOnSignal signal = new CancelOnSignal()) {
            RunEvents events = new RunEvents();
            Run run = engine.start(plan, events);
            signal.begun(run::cancel);
            RunResult result;
            try (ProgressDisplay display = display(plan)) {
                result = events.follow(run, display);
            }
            int exitCode = tell(result, plan);
            signal.ended(exitCode);
            return exitCode;
        }
    }

    private ProgressDisplay display(Plan plan) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            return new JsonDisplay(out);
        }
        Terminal terminal = Terminal.current();
        return terminal.interactive()
                ? new BarDisplay(out, terminal, plan.bytesToRead())
                : new LineDisplay(out, plan.passes().size());
    }

    private int tell(RunResult result, Plan plan) {
        return switch (result) {
            case RunResult.Done done -> {
                PrintWriter out = spec.commandLine().getOut();
                if (!json) {
                    new RunSummary(done.manifest(), plan.recipe().outputPath()).print(out);
                }
                out.flush();
                yield ExitCode.DONE;
            }
            case RunResult.Failed failed -> new ErrorReport(spec.commandLine()).failure(failed.cause());
            case RunResult.Cancelled _ -> {
                PrintWriter err = spec.commandLine().getErr();
                err.println("cancelled; " + left(plan.recipe().outputPath()));
                err.flush();
                yield ExitCode.CANCELLED;
            }
        };
    }

    private static String left(Path folder) {
        String earlier = Files.exists(folder.resolve("_SUCCESS")) ? "; the earlier results in it are unchanged" : "";
        return "nothing was written to " + folder + earlier;
    }
}
