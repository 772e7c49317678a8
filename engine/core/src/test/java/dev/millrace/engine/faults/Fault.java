package dev.millrace.engine.faults;

import dev.millrace.engine.faults.Operation.Kind;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.EnumSet;
import java.util.Set;

/// How an operation fails.
@SuppressWarnings("ImmutableEnumChecker") // its sets are made once
enum Fault {
    /// The disk is full: nothing grows any more, everything else goes on. A write gets half of its bytes down first.
    DISK_FULL("No space left on device", EnumSet.of(Kind.CREATE, Kind.WRITE, Kind.FORCE, Kind.CREATE_FOLDER)),

    /// The device fails, in closing and forcing too. A close that fails has closed.
    IO_ERROR("Input/output error", EnumSet.allOf(Kind.class)),

    /// What names a file or folder is forbidden; what is open stays usable.
    ACCESS_DENIED(
            "permission denied",
            EnumSet.of(Kind.OPEN, Kind.CREATE, Kind.LIST, Kind.CREATE_FOLDER, Kind.MOVE, Kind.DELETE)),

    /// Half of the bytes are read or written and the call returns, which is no error: callers have to go on.
    SHORT("", EnumSet.of(Kind.READ, Kind.WRITE));

    private final String reason;
    private final Set<Kind> kinds;

    Fault(String reason, Set<Kind> kinds) {
        this.reason = reason;
        this.kinds = kinds;
    }

    /// What a message should say of it.
    String reason() {
        return reason;
    }

    boolean canStrike(Kind kind) {
        return kinds.contains(kind);
    }

    IOException exception(Operation operation) {
        String path = operation.path().toString();
        return this == ACCESS_DENIED
                ? new AccessDeniedException(path)
                : switch (operation.kind()) {
                    case READ, WRITE, FORCE, CLOSE, TRUNCATE, SIZE, LOCK -> new IOException(reason);
                    case OPEN, CREATE, ATTRIBUTES, LIST, SPACE, CREATE_FOLDER, MOVE, DELETE ->
                            new FileSystemException(path, null, reason);
                };
    }
}
