package dev.millrace.engine.strategy.risk;

import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.Transform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Fitted risk tables, one for each field that is mapped.
record RiskArtifact(List<RiskTable> tables, Subject subject, List<String> warnings) implements Artifact {

    RiskArtifact {
        tables = List.copyOf(tables);
        warnings = List.copyOf(warnings);
    }

    /// Fields with too many values are left untouched.
    @Override
    public Set<String> looksAt(Set<String> planned) {
        return tables.stream().map(RiskTable::field).collect(Collectors.toSet());
    }

    @Override
    public Map<String, ColumnChange> changes() {
        return tables.stream().collect(Collectors.toMap(RiskTable::field, _ -> ColumnChange.ALL_NUMBERS));
    }

    @Override
    public List<ArtifactFile> files() {
        return RiskTableFiles.write(tables);
    }

    @Override
    public Transform transform(ShardKey shard) {
        return new RiskTransform(tables, subject);
    }
}
