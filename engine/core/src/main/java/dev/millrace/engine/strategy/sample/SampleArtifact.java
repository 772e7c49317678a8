package dev.millrace.engine.strategy.sample;

import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.Transform;

import java.util.List;
import java.util.Map;

/// What is drawn of every split.
record SampleArtifact(
        List<SplitPlan> plans,
        SampleDraws draws,
        StratifiedSamplingSettings settings,
        Subject subject,
        List<String> warnings)
        implements Artifact {

    SampleArtifact {
        plans = List.copyOf(plans);
        warnings = List.copyOf(warnings);
    }

    @Override
    public List<ArtifactFile> files() {
        return List.of(Diagnostics.file(plans, settings));
    }

    @Override
    public Transform transform(ShardKey shard) {
        return new SampleTransform(shard, plans, draws, settings.strataColumn(), subject);
    }

    @Override
    public Map<String, ColumnChange> changes() {
        return Map.of();
    }
}
