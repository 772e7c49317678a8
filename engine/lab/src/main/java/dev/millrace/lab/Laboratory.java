package dev.millrace.lab;

import dev.millrace.engine.Engine;
import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.BenchmarkSettings;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/// The door to the laboratory: benchmark a recipe.
///
/// ```java
/// Experiment experiment = new Laboratory().start(recipe, BenchmarkSettings.of(Set.of()), scratch, System.out::println);
/// Benchmark benchmark = experiment.result().join();
/// new ReportFolder(folder).write(benchmark);
/// ```
public final class Laboratory {

    /// Begins a benchmark on a thread of its own and returns at once.
    ///
    /// @param scratch a folder that does not exist yet, for outputs of the runs; it is deleted in the end. It should be
    ///   on the disk whose speed is of interest
    public Experiment start(Recipe recipe, BenchmarkSettings settings, Path scratch, LabListener listener) {
        CompletableFuture<Benchmark> result = new CompletableFuture<>();
        Thread thread =
                Thread.ofPlatform()
                        .name("millrace-benchmark")
                        .unstarted(() -> complete(result, recipe, settings, scratch, listener));
        Experiment experiment = new Experiment(thread, result);
        thread.start();
        return experiment;
    }

    /// How many runs a benchmark of a recipe will make. Opens the dataset, reads no row.
    ///
    /// @throws EngineException if the dataset cannot be opened
    public int runs(Recipe recipe, BenchmarkSettings settings) {
        int shards = new Engine().openDataset(recipe).shards().size();
        return Design.of(settings, Runtime.getRuntime().availableProcessors(), shards > 1).runs();
    }

    private static void complete(
            CompletableFuture<Benchmark> result,
            Recipe recipe,
            BenchmarkSettings settings,
            Path scratch,
            LabListener listener) {
        try {
            result.complete(new Measurement(recipe, settings, listener).in(scratch));
        } catch (InterruptedException | ClosedByInterruptException cancelled) {
            result.completeExceptionally(new CancelledException());
        } catch (IOException failure) {
            result.completeExceptionally(StorageException.writing(scratch, failure));
        } catch (EngineException failure) {
            // What was being read when the thread was interrupted fails, and the reason is that it was interrupted.
            result.completeExceptionally(Thread.currentThread().isInterrupted() ? new CancelledException() : failure);
        } catch (RuntimeException | Error fault) {
            result.completeExceptionally(new IllegalStateException("the laboratory failed: " + fault, fault));
        }
    }
}
