package dev.millrace.cli;

import dev.millrace.engine.Engine;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.Run;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.run.UnfinishedRun;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `millrace run`: executes a recipe, shows how far it is, and tells what came out.
@Command(
        name = "run",
        description = {
            "Executes a recipe.",
            "A run that fails or is cancelled (Ctrl-C) leaves nothing under a final name and can be resumed."
        },
        footer = {
            "  millrace run fraud.millrace.json",
            "  millrace run fraud.millrace.json --mode streaming --output /data/out",
            "  millrace run fraud.millrace.json --resume",
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
            names = "--resume",
            description = {
                "Go on with a run of this recipe that did not finish.",
                "Begins one if there is none; does nothing if it is finished."
            })
    private boolean resume;

    @Option(
            names = "--json",
            description = "Print every event of the run as a JSON object in a line of its own, and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        runOptions.check(spec.commandLine());
        Engine engine = new Engine();
        Recipe changed = outputOptions.changed(runOptions.changed(recipe.read(engine)));
        if (resume && engine.finished(changed.outputPath()).isPresent()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("the run in " + changed.outputPath() + " is finished; there is nothing to resume");
            err.flush();
            return ExitCode.DONE;
        }
        Plan plan = engine.plan(changed);
        showPathsElsewhere(changed);
        try (CancelOnSignal signal = new CancelOnSignal()) {
            RunEvents events = new RunEvents();
            Run run = resume ? engine.resume(plan, events) : engine.start(plan, events);
            signal.begun(run::cancel);
            RunResult result;
            try (ProgressDisplay display = display(plan)) {
                result = events.follow(run, display);
            }
            int exitCode = tell(result, plan, engine);
            signal.ended(exitCode);
            return exitCode;
        }
    }

    private void showPathsElsewhere(Recipe changed) {
        PrintWriter err = spec.commandLine().getErr();
        changed.pathsElsewhere()
                .forEach((place, path) -> err.println("note: outside the recipe's folder: " + place + " " + path));
        err.flush();
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

    private int tell(RunResult result, Plan plan, Engine engine) {
        return switch (result) {
            case RunResult.Done done -> {
                PrintWriter out = spec.commandLine().getOut();
                if (!json) {
                    new RunSummary(done.manifest(), plan.recipe().outputPath()).print(out);
                }
                out.flush();
                yield ExitCode.DONE;
            }
            case RunResult.Failed failed -> {
                int exitCode = new ErrorReport(spec.commandLine()).failure(failed.cause());
                tellOfUnfinished(engine.unfinished(plan.recipe()));
                yield exitCode;
            }
            case RunResult.Cancelled _ -> {
                Optional<UnfinishedRun> unfinished = engine.unfinished(plan.recipe());
                PrintWriter err = spec.commandLine().getErr();
                err.println(
                        "cancelled; "
                                + (unfinished.isPresent() ? "" : "nothing was written to ")
                                + plan.recipe().outputPath()
                                + (unfinished.isPresent() ? " is not complete" : "")
                                + earlier(plan.recipe().outputPath()));
                tellOfUnfinished(unfinished);
                err.flush();
                yield ExitCode.CANCELLED;
            }
        };
    }

    private void tellOfUnfinished(Optional<UnfinishedRun> unfinished) {
        unfinished.ifPresent(run -> {
            PrintWriter err = spec.commandLine().getErr();
            err.println(
                    "  What is done is kept: "
                            + run.shardsWritten()
                            + " of "
                            + Figures.count(run.shards(), "shard")
                            + " are written. Add --resume to go on.");
            err.flush();
        });
    }

    private static String earlier(Path folder) {
        return Files.exists(folder.resolve("_SUCCESS")) ? "; the earlier results in it are unchanged" : "";
    }
}
