package dev.millrace.engine.strategy.sample;

import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.Transform;

import java.util.List;
import java.util.Map;

/// Leaves everything as it is: what sampling does in jobs other than training.
record NoSampling() implements Artifact {

    @Override
    public List<ArtifactFile> files() {
        return List.of();
    }

    @Override
    public Transform transform(ShardKey shard) {
        return (_, _) -> {};
    }

    @Override
    public Map<String, ColumnChange> changes() {
        return Map.of();
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }
}
