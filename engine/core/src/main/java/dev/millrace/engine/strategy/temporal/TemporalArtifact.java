package dev.millrace.engine.strategy.temporal;

import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.Transform;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// How dates are read and which groups are train.
///
/// @param format null in jobs that move no row
/// @param train likewise
record TemporalArtifact(
        TemporalSplitSettings settings,
        @Nullable DateFormat format,
        @Nullable TrainGroups train,
        Subject subject,
        List<String> warnings)
        implements Artifact {

    TemporalArtifact {
        warnings = List.copyOf(warnings);
    }

    @Override
    public List<ArtifactFile> files() {
        return List.of();
    }

    @Override
    public Transform transform(ShardKey shard) {
        RowRoutes routes = null;
        if (format != null && train != null) {
            long splitMicros = DateFormat.ISO.micros(settings.splitDate());
            DateEvidence evidence = new DateEvidence(format.bit(), false, splitMicros);
            RowReader reader = new RowReader(settings, evidence, format.word(), subject);
            routes = new RowRoutes(reader, train, settings.ootAlias().split());
        }
        return new TemporalTransform(TargetMaximum.of(settings, subject), routes);
    }

    @Override
    public Map<String, ColumnChange> changes() {
        String target = TargetMaximum.target(settings);
        return target == null ? Map.of() : Map.of(target, ColumnChange.SOME_NUMBERS);
    }

    @Override
    public List<String> warningsAfter(Map<String, Long> counts) {
        boolean empty = train != null && counts.getOrDefault(RowRoutes.OOT, 0L) == 0;
        return empty
                ? List.of(
                        "temporal-split: the split "
                                + settings.ootAlias().word()
                                + " is empty; no row on or after "
                                + settings.splitDate()
                                + " is of a group outside train")
                : List.of();
    }
}
