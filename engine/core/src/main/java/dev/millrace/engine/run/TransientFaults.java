package dev.millrace.engine.run;

import dev.millrace.engine.problem.StorageException;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;

/// Tells faults that may be gone at the next attempt, as network file systems have them, from those that will not.
final class TransientFaults {

    /// What systems say of faults that last, in their messages: Java has no types for them.
    private static final List<String> LASTING =
            List.of(
                    "space", // none left, not enough, out of it
                    "disk full",
                    "quota",
                    "read-only",
                    "file too large",
                    "name too long",
                    "too many levels of symbolic links",
                    "is a directory",
                    "a link or a file where a folder is needed",
                    "a file of that name is there already",
                    "an earlier entry could not be written");

    private TransientFaults() {}

    static boolean isTransient(StorageException failure) {
        return failure.getCause() instanceof IOException fault && isTransient(fault);
    }

    private static boolean isTransient(IOException fault) {
        return switch (fault) {
            case NoSuchFileException _,
                    AccessDeniedException _,
                    FileAlreadyExistsException _,
                    NotDirectoryException _,
                    FileSystemLoopException _,
                    ClosedChannelException _,
                    EOFException _,
                    CharConversionException _,
                    ZipException _ ->
                    false;
            default -> {
                String message = reason(fault).toLowerCase(Locale.ROOT);
                yield LASTING.stream().noneMatch(message::contains);
            }
        };
    }

    /// What the system says, without the path, in which any word may stand.
    private static String reason(IOException fault) {
        return String.valueOf(fault instanceof FileSystemException named ? named.getReason() : fault.getMessage());
    }
}
