package dev.millrace.sample;

import java.nio.file.Path;

/// A shard that has been written.
///
/// @param file where it is
/// @param number its number in its folder, from 1
/// @param rows data rows, without the header
/// @param bytes size of the file
public record FinishedShard(Path file, int number, long rows, long bytes) {}
