package dev.millrace.app.benchmark;

import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.lab.LabListener;
import dev.millrace.lab.measure.Machine;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.BenchmarkSettings;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/// Makes benchmarks.
public interface BenchmarkStarter {

    /// What a benchmark will do. Opens the dataset: not for the screen's thread.
    Outlook outlook(Recipe recipe, BenchmarkSettings settings);

    /// Looks for a second at this machine and how busy it is: not for the screen's thread.
    Machine machine() throws InterruptedException;

    /// Begins and returns at once.
    ///
    /// @param folder where the reports go; does not exist yet
    Live start(Recipe recipe, BenchmarkSettings settings, Path folder, LabListener listener);

    /// What a benchmark will do.
    ///
    /// @param runs of all its experiments, warm-ups too
    /// @param bytesToRead of one run over all data, by all its passes
    /// @param shards of the dataset
    record Outlook(int runs, long bytesToRead, FileType type, int shards) {}

    /// A benchmark that is on.
    interface Live {

        /// Ends the run under way; nothing is left of the benchmark.
        void cancel();

        /// What was found, once its reports are written.
        CompletableFuture<Benchmark> result();
    }
}
