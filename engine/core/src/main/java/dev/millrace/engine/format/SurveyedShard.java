package dev.millrace.engine.format;

import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What was found when a shard was opened.
///
/// @param columns in file order; empty if they cannot be read
/// @param problem why it does not fit in; null if it does
public record SurveyedShard(Shard shard, State state, List<String> columns, @Nullable Problem problem) {

    public SurveyedShard {
        columns = List.copyOf(columns);
    }

    /// Whether it can be worked with.
    public enum State {
        /// Its columns are those of the dataset.
        SOUND,
        /// An empty file.
        EMPTY,
        /// It has other columns than most of the shards.
        DIFFERENT,
        /// It cannot be opened.
        UNREADABLE
    }
}
