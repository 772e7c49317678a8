package dev.millrace.lab;

import dev.millrace.lab.result.Benchmark;

import java.util.concurrent.CompletableFuture;

/// A benchmark under way: cancel it, wait for it. Safe for any thread.
public final class Experiment {

    private final Thread thread;
    private final CompletableFuture<Benchmark> result;

    Experiment(Thread thread, CompletableFuture<Benchmark> result) {
        this.thread = thread;
        this.result = result;
    }

    /// Ends the run under way; nothing is left of it. The result is then a
    /// [dev.millrace.engine.problem.CancelledException].
    public void cancel() {
        thread.interrupt();
    }

    /// What was found; completed exceptionally by an `EngineException`, unless the laboratory itself is at fault.
    public CompletableFuture<Benchmark> result() {
        return result.copy();
    }
}
