package dev.millrace.engine.plan;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.recipe.Recipe;

import java.util.List;

/// What a run will do.
///
/// @param recipe what was asked for
/// @param dataset what it is applied to
/// @param steps the strategies of the recipe, in order
/// @param passes at least one; the last one transforms
/// @param output type of the files that are written
public record Plan(Recipe recipe, Dataset dataset, List<Step> steps, List<Pass> passes, FileType output) {

    public Plan {
        steps = List.copyOf(steps);
        passes = List.copyOf(passes);
    }

    /// The shards that a pass scans.
    public List<Shard> shards(Pass pass) {
        return dataset.shards().stream().filter(shard -> pass.splits().contains(shard.split())).toList();
    }

    /// Bytes that all passes together read.
    public long bytesToRead() {
        return passes.stream().mapToLong(this::bytesToRead).sum();
    }

    /// Bytes that a pass reads.
    public long bytesToRead(Pass pass) {
        return shards(pass).stream().mapToLong(Shard::bytes).sum();
    }
}
