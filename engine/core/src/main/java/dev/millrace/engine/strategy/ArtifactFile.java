package dev.millrace.engine.strategy;

/// A file under `model/`.
///
/// @param name its name, such as `risk_table_map.json`
/// @param content its bytes
@SuppressWarnings("ArrayRecordComponent") // made once, written once
public record ArtifactFile(String name, byte[] content) {}
