package dev.millrace.app.benchmark;

import dev.millrace.engine.Engine;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.lab.Experiment;
import dev.millrace.lab.LabListener;
import dev.millrace.lab.Laboratory;
import dev.millrace.lab.measure.Machine;
import dev.millrace.lab.report.ReportFolder;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.BenchmarkSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/// Benchmarks of the laboratory, every run in a process of its own.
public final class LaboratoryBenchmarks implements BenchmarkStarter {

    private static final String SCRATCH = ".scratch";

    private final Laboratory laboratory = new Laboratory();
    private final Engine engine;

    public LaboratoryBenchmarks(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Outlook outlook(Recipe recipe, BenchmarkSettings settings) {
        Plan plan = engine.plan(recipe);
        int shards = plan.dataset().shards().size();
        return new Outlook(laboratory.runs(recipe, settings), plan.bytesToRead(), plan.dataset().type(), shards);
    }

    @Override
    public Machine machine() throws InterruptedException {
        return Machine.current();
    }

    @Override
    public Live start(Recipe recipe, BenchmarkSettings settings, Path folder, LabListener listener) {
        Experiment experiment = laboratory.start(recipe, settings, folder.resolve(SCRATCH), listener);
        CompletableFuture<Benchmark> written =
                experiment
                        .result()
                        .thenApply(benchmark -> {
                            new ReportFolder(folder).write(benchmark);
                            return benchmark;
                        })
                        .whenComplete((_, failure) -> {
                            if (failure != null) {
                                removeIfEmpty(folder, failure);
                            }
                        });
        return new InLaboratory(experiment, written);
    }

    /// The folder was made for outputs of runs, which are gone.
    private static void removeIfEmpty(Path folder, Throwable failure) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException left) {
            failure.addSuppressed(left);
        }
    }

    private record InLaboratory(Experiment experiment, CompletableFuture<Benchmark> result) implements Live {

        @Override
        public void cancel() {
            experiment.cancel();
        }
    }
}
