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

    /// How many steps before this one have the same strategy: two risk mappings of one recipe are the 0th and the 1st.
    public int occurrence(int step) {
        String id = steps.get(step).strategy().id();
        return (int) steps.stream().limit(step).filter(earlier -> earlier.strategy().id().equals(id)).count();
    }

    /// Whether every cell is written anew, as the output has another format than the input.
    public boolean converts() {
        return output.format() != dataset.type().format();
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
