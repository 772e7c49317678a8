package dev.millrace.engine.profile;

import java.util.List;

/// What is in the columns of a dataset, over all rows of all its shards.
///
/// @param shards how many shards were read
/// @param rows how many rows they hold
/// @param columns in schema order
public record DatasetProfile(int shards, long rows, List<ColumnProfile> columns) {

    public DatasetProfile {
        columns = List.copyOf(columns);
    }
}
