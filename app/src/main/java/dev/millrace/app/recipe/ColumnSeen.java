package dev.millrace.app.recipe;

import dev.millrace.engine.settings.NamesColumn.Usual;

/// What the first rows tell of a column.
///
/// @param kind what it seems to be; [Usual#ANY] if there is no value to tell by
/// @param missing rows whose cell is missing
/// @param distinct values that differ
public record ColumnSeen(String name, Usual kind, int missing, int distinct) {}
