package dev.millrace.engine.faults;

import java.nio.file.Path;

/// One call that reached the file system.
///
/// @param number counted from 1 since the disk was made
record Operation(long number, Kind kind, Path path) {

    /// What is done to a file or folder.
    enum Kind {
        OPEN,
        CREATE,
        READ,
        WRITE,
        TRUNCATE,
        FORCE,
        CLOSE,
        LOCK,
        SIZE,
        ATTRIBUTES,
        LIST,
        SPACE,
        CREATE_FOLDER,
        MOVE,
        DELETE
    }

    @Override
    public String toString() {
        return "operation " + number + " (" + kind + " " + path + ")";
    }
}
