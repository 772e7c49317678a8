package dev.millrace.engine.strategy.split;

import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.Transform;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// The numbers of the labels, and where rows go.
///
/// @param labels null when there is no label
/// @param draws null in jobs that do not move rows
/// @param byClass whether rows are drawn class by class
record SplitArtifact(
        @Nullable LabelNumbers labels,
        @Nullable RowDraws draws,
        boolean byClass,
        Subject subject,
        List<String> warnings)
        implements Artifact {

    SplitArtifact {
        warnings = List.copyOf(warnings);
    }

    @Override
    public List<ArtifactFile> files() {
        return labels == null ? List.of() : LabelFile.write(labels);
    }

    @Override
    public Transform transform(ShardKey shard) {
        String label = subject.label();
        LabelCells cells = labels == null || label == null ? null : new LabelCells(labels, label, subject);
        RowRoutes routes = draws == null ? null : new RowRoutes(draws, byClass, shard);
        return new SplitTransform(cells, routes);
    }

    @Override
    public Map<String, ColumnChange> changes() {
        String label = subject.label();
        return switch (labels) {
            case LabelNumbers.Named _ when label != null -> Map.of(label, ColumnChange.ALL_NUMBERS);
            case LabelNumbers.Whole _ when label != null -> Map.of(label, ColumnChange.SOME_NUMBERS);
            case null, default -> Map.of();
        };
    }
}
