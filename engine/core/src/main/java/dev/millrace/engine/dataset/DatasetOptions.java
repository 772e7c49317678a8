package dev.millrace.engine.dataset;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// What a person says of a dataset before it is looked at.
///
/// @param format the format of its shards, other files being ignored; null when the files tell
/// @param signature a file that names the columns of shards without a header, null if there is none
/// @param dialect what is known of how its text is written
/// @param union whether shards may have different columns; else that is an error
public record DatasetOptions(
        @Nullable ShardFormat format, @Nullable Path signature, DialectOverrides dialect, boolean union) {

    /// Nothing is said.
    public static final DatasetOptions NONE = new DatasetOptions(null, null, DialectOverrides.NONE, false);
}
