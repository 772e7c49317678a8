package dev.millrace.engine.block;

/// Where in a shard a block begins.
///
/// @param rows rows before it; bad ones do not count
/// @param offset bytes of text before it, as the text is in memory; 0 in formats that are no text
/// @param line number of the line that begins there; 0 in formats that are no text
public record BlockStart(long rows, long offset, long line) {}
