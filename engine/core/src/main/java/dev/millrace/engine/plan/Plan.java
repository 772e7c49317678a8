package dev.millrace.engine.plan;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.strategy.Strategy;
import dev.millrace.engine.strategy.Subject;

import java.util.List;

/// What a run will do.
///
/// @param recipe what was asked for
/// @param dataset what it is applied to
/// @param subject the dataset as strategies see it
/// @param strategies those of the recipe, in order
/// @param passes at least one; the last one transforms
public record Plan(Recipe recipe, Dataset dataset, Subject subject, List<Strategy> strategies, List<Pass> passes) {

    public Plan {
        strategies = List.copyOf(strategies);
        passes = List.copyOf(passes);
    }

    /// Bytes that all passes together read.
    public long bytesToRead() {
        return passes.stream().mapToLong(this::bytesToRead).sum();
    }

    /// Bytes that a pass reads.
    public long bytesToRead(Pass pass) {
        return dataset.shards().stream()
                .filter(shard -> pass.splits().contains(shard.split()))
                .mapToLong(Shard::bytes)
                .sum();
    }
}
