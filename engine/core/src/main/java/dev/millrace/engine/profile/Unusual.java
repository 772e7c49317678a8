package dev.millrace.engine.profile;

import dev.millrace.engine.problem.Place;

/// The first value of a column that is no number: why the column is not numerical.
///
/// @param value as it is written
/// @param place where it is
public record Unusual(String value, Place place) {}
