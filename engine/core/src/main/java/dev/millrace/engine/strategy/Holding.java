package dev.millrace.engine.strategy;

/// What a fit or a summary keeps of one column, in memory.
///
/// @param column its name
/// @param values how many distinct values are kept
/// @param bytes what they take, by estimate, with what becomes of them when they are summarised
public record Holding(String column, long values, long bytes) {}
