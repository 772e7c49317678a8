package dev.millrace.engine.strategy.impute;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What the first scan learns of some rows.
///
/// @param columns one for each candidate
record ProfileSummary(long rows, List<ColumnProfile> columns) {

    ProfileSummary {
        columns = List.copyOf(columns);
    }

    /// @param missing missing cells
    /// @param example the first value that is no number; looked for only where that would be a mistake
    record ColumnProfile(long missing, Values values, @Nullable Example example) {}
}
