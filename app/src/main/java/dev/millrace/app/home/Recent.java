package dev.millrace.app.home;

import java.nio.file.Path;

/// Something that was opened before.
///
/// @param path a recipe file or a folder of shards
/// @param present whether it is still there
public record Recent(Path path, boolean present) {

    /// The last part of the path.
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /// The folder it is in.
    public String folder() {
        return String.valueOf(path.toAbsolutePath().getParent());
    }
}
