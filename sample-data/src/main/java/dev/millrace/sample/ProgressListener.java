package dev.millrace.sample;

/// Is told of every shard that a [TransactionGenerator] has finished.
@FunctionalInterface
public interface ProgressListener {
    /// A shard is complete under its final name. Called on the thread that called
    /// [TransactionGenerator#writeTo(java.nio.file.Path, int, ProgressListener)], one call at a time, in the order in
    /// which the shards are finished.
    void shardFinished(FinishedShard shard);
}
