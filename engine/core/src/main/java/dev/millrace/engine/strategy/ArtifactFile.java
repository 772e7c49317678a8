package dev.millrace.engine.strategy;

/// A file under `model/`.
///
/// @param name its name, such as `risk_table_map.json`
/// @param content its bytes
@SuppressWarnings("ArrayRecordComponent") // made once, written once
public record ArtifactFile(String name, byte[] content) {

    /// The name it has if the recipe holds its strategy several times: `risk_table_map-2.json` for the second one.
    ///
    /// @param occurrence 0 for the first, which keeps the name
    public ArtifactFile ofOccurrence(int occurrence) {
        return occurrence == 0 ? this : new ArtifactFile(numbered(name, occurrence), content);
    }

    /// A file name with the number of a later occurrence before its ending.
    public static String numbered(String name, int occurrence) {
        if (occurrence == 0) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return stem + "-" + (occurrence + 1) + (dot < 0 ? "" : name.substring(dot));
    }
}
