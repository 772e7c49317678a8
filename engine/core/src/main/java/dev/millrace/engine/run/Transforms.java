package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.Transform;

import java.util.Collection;
import java.util.List;

/// The transforms of a recipe, in order, for the blocks of one shard.
final class Transforms {

    private final List<Transform> transforms;
    private final Edits edits = new Edits();

    Transforms(Collection<Artifact> artifacts) {
        transforms = artifacts.stream().map(Artifact::transform).toList();
    }

    /// The block as all of them leave it. Valid, like the edits behind it, until the next call.
    Block apply(Block block) {
        edits.clear();
        Block seen = block;
        for (Transform transform : transforms) {
            transform.apply(seen, edits);
            seen = edits.appliedTo(block);
        }
        return seen;
    }

    /// The edits of the last block.
    Edits edits() {
        return edits;
    }
}
