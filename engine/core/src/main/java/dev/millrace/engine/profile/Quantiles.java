package dev.millrace.engine.profile;

/// The numbers at five shares of a column, in ascending order.
///
/// @param exact whether they are those of the column; else each is the least of a group of close numbers, as a rule
///   less than half a percent below
public record Quantiles(double p05, double p25, double median, double p75, double p95, boolean exact) {}
