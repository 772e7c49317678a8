package dev.millrace.cli;

import dev.millrace.engine.Engine;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RecipeOverrides;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The recipe that a command works on, and what replaces its settings: environment variables first, then `--set`.
final class RecipeArgument {

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "RECIPE", description = "The recipe, a JSON file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = {
                "Replace a setting, such as run.workers=4 or strategies.risk-table-mapping.smoothFactor=0.02;",
                "may be given several times. The environment variables of the Python scripts (LABEL_FIELD, TRAIN_RATIO,"
                        + " MAX_WORKERS, …) replace settings too; --set wins over them."
            })
    private List<String> assignments = new ArrayList<>();

    Recipe read(Engine engine) {
        return engine.readRecipe(file, overrides());
    }

    List<Problem> check(Engine engine) {
        return engine.check(file, overrides());
    }

    private RecipeOverrides overrides() {
        RecipeOverrides environment = RecipeOverrides.ofEnvironment(System.getenv());
        PrintWriter err = spec.commandLine().getErr();
        environment.settings().stream()
                .map(RecipeOverrides.Setting::source)
                .distinct()
                .forEach(source -> err.println("note: " + source + " is taken in place of the recipe's setting"));
        err.flush();
        return environment.then(RecipeOverrides.ofAssignments(assignments));
    }
}
