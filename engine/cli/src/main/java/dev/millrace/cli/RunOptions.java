package dev.millrace.cli;

import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RunSettings;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Options in place of a recipe's run settings.
final class RunOptions {

    private static final int MOST_WORKERS = 1024;

    @Option(
            names = "--mode",
            paramLabel = "batch|streaming",
            description = {
                "batch: all data in memory, one output file per split;",
                "streaming: bounded memory, shards in parallel, one output shard per input shard."
            })
    private @Nullable Mode mode;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Shards worked on at once in streaming mode; 0 chooses by processors, memory and shards.")
    private @Nullable Integer workers;

    @Option(
            names = "--memory",
            paramLabel = "MB",
            description = "Memory in MiB that the choice of workers may count on; 0 is the limit of the Java heap.")
    private @Nullable Integer memory;

    void check(CommandLine command) {
        requireInRange(command, "--workers", workers, MOST_WORKERS);
        requireInRange(command, "--memory", memory, Integer.MAX_VALUE);
    }

    private static void requireInRange(CommandLine command, String option, @Nullable Integer value, int most) {
        if (value != null && (value < 0 || value > most)) {
            String accepted = most == Integer.MAX_VALUE ? "0 or more" : "0 to " + most;
            throw new ParameterException(
                    command, "Invalid value for option '" + option + "': found " + value + ", accepted is " + accepted);
        }
    }

    Recipe changed(Recipe recipe) {
        RunSettings run = recipe.run();
        run = mode == null ? run : run.withMode(mode);
        run = workers == null ? run : run.withWorkers(workers);
        run = memory == null ? run : run.withMemoryLimitMb(memory);
        return recipe.with(run);
    }
}
