package dev.millrace.engine.strategy.risk;

import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.Transform;

import java.util.List;

/// Fitted risk tables, one for each field that is mapped.
record RiskArtifact(List<RiskTable> tables, Subject subject, List<String> warnings) implements Artifact {

    RiskArtifact {
        tables = List.copyOf(tables);
        warnings = List.copyOf(warnings);
    }

    @Override
    public List<ArtifactFile> files() {
        return RiskTableFiles.write(tables);
    }

    @Override
    public Transform transform() {
        return new RiskTransform(tables, subject);
    }
}
