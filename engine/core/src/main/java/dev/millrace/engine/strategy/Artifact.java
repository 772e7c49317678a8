package dev.millrace.engine.strategy;

import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.dataset.ShardKey;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a strategy has learned, ready to be saved and applied. Immutable, and shared by all workers.
public interface Artifact {

    /// The files it is saved as, under `model/`. Equal artifacts give equal bytes.
    List<ArtifactFile> files();

    /// A transform for one shard.
    Transform transform(ShardKey shard);

    /// The columns whose values the transform looks at, now that it is known what was learned.
    ///
    /// @param planned those that the strategy's footprint names
    default Set<String> looksAt(Set<String> planned) {
        return planned;
    }

    /// How the transform changes the values of columns, by name, for formats with typed columns.
    Map<String, ColumnChange> changes();

    /// The values that missing cells get, by column, if that is all the transform does ([Footprint#fillsOnly]).
    default Map<String, String> fills() {
        return Map.of();
    }

    /// Things the user should know, such as a field that is left untouched.
    List<String> warnings();

    /// The files that are known only after the last pass, such as counts of what was done.
    ///
    /// @param counts what the transforms of all shards counted ([Transform#counts]), added up
    default List<ArtifactFile> filesAfter(Map<String, Long> counts) {
        return List.of();
    }

    /// Things the user should know that show only in the last pass, such as a split that got no row.
    ///
    /// @param counts what the transforms of all shards counted ([Transform#counts]), added up
    default List<String> warningsAfter(Map<String, Long> counts) {
        return List.of();
    }
}
