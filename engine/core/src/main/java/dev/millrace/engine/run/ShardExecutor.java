package dev.millrace.engine.run;

import dev.millrace.engine.dataset.Shard;

import java.util.List;
import java.util.function.Consumer;

/// Where shards are worked on: threads of this process today.
interface ShardExecutor {

    /// How many shards are worked on at once.
    int workers();

    /// Works on every shard and hands over the results in the order of the list, on any thread but never two at once.
    /// After a failure no further shard is begun.
    ///
    /// @throws RuntimeException the failure of the earliest shard in the list that failed
    <R> void forEach(List<Shard> shards, Work<R> work, Consumer<R> inOrder);

    /// What is done with a shard.
    @FunctionalInterface
    interface Work<R> {
        R apply(Shard shard, int worker);
    }
}
