package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.Transform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The value of every column that is filled.
///
/// @param columns in schema order
record ImputationArtifact(List<FilledColumn> columns, Subject subject, List<String> warnings) implements Artifact {

    ImputationArtifact {
        columns = List.copyOf(columns);
        warnings = List.copyOf(warnings);
    }

    @Override
    public List<ArtifactFile> files() {
        return ImputationFiles.values(columns);
    }

    @Override
    public List<ArtifactFile> filesAfter(Map<String, Long> counts) {
        return List.of(ImputationFiles.summary(columns, subject.splits(), counts));
    }

    @Override
    public Transform transform(ShardKey shard) {
        return new ImputationTransform(columns, subject);
    }

    @Override
    public Set<String> looksAt(Set<String> planned) {
        return columns.stream().map(FilledColumn::column).collect(Collectors.toSet());
    }

    @Override
    public Map<String, ColumnChange> changes() {
        Map<String, ColumnChange> changes = new LinkedHashMap<>();
        columns.forEach(column -> changes.put(column.column(), column.value().change()));
        return changes;
    }

    /// A cell that is filled with what itself counts as missing, such as the empty text, stays missing.
    @Override
    public Map<String, String> fills() {
        Map<String, String> fills = new LinkedHashMap<>();
        for (FilledColumn column : columns) {
            if (!subject.missing().contains(column.value().text())) {
                fills.put(column.column(), column.value().text());
            }
        }
        return fills;
    }
}
