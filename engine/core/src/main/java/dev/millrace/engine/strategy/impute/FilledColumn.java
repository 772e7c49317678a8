package dev.millrace.engine.strategy.impute;

import org.jspecify.annotations.Nullable;

/// A column whose missing cells are filled.
///
/// @param position in the schema
/// @param origin where the value comes from; null when it was read from the files of an earlier run
record FilledColumn(String column, int position, FillValue value, @Nullable Origin origin) {

    /// @param missing missing cells in train
    /// @param rows rows of train
    record Origin(ColumnType type, FillStrategy strategy, long missing, long rows) {}
}
