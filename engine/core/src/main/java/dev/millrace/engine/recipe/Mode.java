package dev.millrace.engine.recipe;

/// How a run goes through the data; results are the same.
public enum Mode {
    /// The whole dataset in memory, one output file per split.
    BATCH,
    /// Bounded memory, shards in parallel, one output shard per input shard.
    STREAMING
}
