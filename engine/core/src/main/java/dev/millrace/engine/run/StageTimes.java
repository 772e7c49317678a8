package dev.millrace.engine.run;

/// What the workers of a run spent their time with, added up over all of them.
///
/// @param readNanos waiting for blocks to be read and cut
/// @param fitNanos collecting statistics
/// @param transformNanos applying what was learned
/// @param writeNanos writing files under their temporary names, and forcing them to disk
public record StageTimes(long readNanos, long fitNanos, long transformNanos, long writeNanos) {}
