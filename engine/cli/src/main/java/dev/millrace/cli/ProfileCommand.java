package dev.millrace.cli;

import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.profile.DatasetProfile;
import dev.millrace.engine.recipe.Job;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/// `millrace profile`: what is in the columns of a dataset.
@Command(
        name = "profile",
        description = {
            "Shows the columns of a dataset: types, missing cells, distinct values, ranges and the most frequent"
                    + " values.",
            "Reads every row of every shard."
        },
        footer = {"  millrace profile data", "  millrace profile data/part-00001.csv --missing '?,unknown'"})
final class ProfileCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "DATASET", description = "A folder of shards, or one file.")
    @SuppressWarnings("NullAway.Init")
    private Path dataset;

    @Option(
            names = "--missing",
            paramLabel = "TEXT",
            split = ",",
            description = "Texts that count as missing, in place of those that pandas takes as NA.")
    private @Nullable List<String> missing;

    @Option(names = "--json", description = "Print the profile as one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        Engine engine = new Engine();
        Dataset opened = engine.openDataset(dataset, Job.TRAINING);
        DatasetProfile profile = engine.profile(opened, MissingTokens.orDefault(missing));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.line(profile));
        } else {
            new ProfileReport(profile).print(out);
        }
        out.flush();
        return ExitCode.DONE;
    }
}
