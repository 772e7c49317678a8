package dev.millrace.app;

import dev.millrace.engine.Engine;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.results.Results;
import dev.millrace.engine.run.Run;
import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.RunResult;
import dev.millrace.sample.SampleProject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs of the sample's data with several strategies, for what comes after a run.
public final class FinishedRuns {

    private final Engine engine = new Engine();
    private final Path folder;

    /// @param folder the sample is copied to
    public FinishedRuns(Path folder) throws IOException {
        this.folder = folder;
        new SampleProject().copyTo(folder);
    }

    /// Writes a recipe over the sample's data.
    ///
    /// @param output its folder, below the sample's
    public Path recipe(String name, String output, double smoothFactor, int workers) throws IOException {
        String json =
                """
                {"version": 1, "name": "%s", "dataset": {"path": "data", "label": "label"}, "job": "training",
                 "strategies":
                     [{"strategy": "tabular-split"},
                      {"strategy": "missing-value-imputation"},
                      {"strategy": "risk-table-mapping", "positiveLabel": "1", "smoothFactor": %s,
                       "fields": ["merchant_category", "country", "device", "payment_method", "channel"]}],
                 "output": {"path": "%s"}, "run": {"mode": "streaming", "workers": %d}}
                """
                        .formatted(name, smoothFactor, output, workers);
        return Files.writeString(
                folder.resolve(output.replace('/', '-') + ".millrace.json"), json, StandardCharsets.UTF_8);
    }

    /// Runs a recipe to its end.
    public Results.Finished done(Path file) {
        return done(engine.readRecipe(file));
    }

    /// Runs a recipe to its end, in place of what an earlier run left.
    public Results.Finished doneAnew(Path file) {
        Recipe recipe = engine.readRecipe(file);
        return done(recipe.with(recipe.output().overwriting()));
    }

    private Results.Finished done(Recipe recipe) {
        RunResult result = engine.start(engine.plan(recipe)).await();
        if (!(result instanceof RunResult.Done)) {
            throw new AssertionError("the run did not finish: " + result);
        }
        return (Results.Finished) engine.results(recipe.outputPath());
    }

    /// Runs a recipe until its first shard is written.
    public Results.Unfinished unfinished(Path file) {
        Recipe recipe = engine.readRecipe(file);
        CompletableFuture<Run> run = new CompletableFuture<>();
        AtomicInteger passes = new AtomicInteger();
        run.complete(
                engine.start(
                        engine.plan(recipe),
                        event -> {
                            if (event instanceof RunEvent.RunStarted started) {
                                passes.set(started.passes());
                            }
                            if (event instanceof RunEvent.ShardFinished shard && shard.pass() == passes.get()) {
                                run.join().cancel();
                            }
                        }));
        run.join().await();
        return (Results.Unfinished) engine.results(recipe.outputPath());
    }
}
