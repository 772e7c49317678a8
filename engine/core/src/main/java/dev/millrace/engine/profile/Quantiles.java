package dev.millrace.engine.profile;

/// The numbers at five shares of a column, in ascending order.
///
/// @param exact whether they are values of the column; else each is off by less than half a percent
public record Quantiles(double p05, double p25, double median, double p75, double p95, boolean exact) {}
