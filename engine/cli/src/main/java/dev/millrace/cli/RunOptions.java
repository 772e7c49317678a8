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
            description = {
                "Memory of the Java heap in MiB that the run may count on; 0 is the heap's limit.",
                "Workers, block sizes and what statistics may hold follow from it."
            })
    private @Nullable Integer memory;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            converter = RateConverter.class,
            description = {
                "Read no faster, to leave room for others on the machine: MiB per second as 50MB,",
                "rows per second as 200k or 1M; 0 for as fast as possible."
            })
    private @Nullable Rate rate;

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
        run = rate == null ? run : rate.limit(run);
        return recipe.with(run);
    }
}
