package dev.millrace.engine.problem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Reading or writing failed: a missing permission, a full disk, a file that vanished.
public final class StorageException extends EngineException {

    private static final long serialVersionUID = 1L;

    public StorageException(Problem problem) {
        this(problem, null);
    }

    public StorageException(Problem problem, @Nullable Throwable cause) {
        super(List.of(problem), cause);
    }

    /// Reading a file or listing a folder failed.
    public static StorageException reading(Path file, IOException cause) {
        String remedy = "Check that it is there and that you may read it, then run again";
        return new StorageException(new Problem(Place.of(file), "cannot be read: " + reason(cause), remedy), cause);
    }

    /// Writing, forcing, renaming or deleting a file failed.
    public static StorageException writing(Path file, IOException cause) {
        String reason = reason(cause);
        String remedy =
                reason.toLowerCase(Locale.ROOT).contains("space")
                        ? "Free some space or choose another output folder, then run again"
                        : "Check that the folder is there and that you may write to it, then run again";
        return new StorageException(new Problem(Place.of(file), "cannot be written: " + reason, remedy), cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "permission denied";
            default -> {
                String message = cause instanceof FileSystemException named ? named.getReason() : cause.getMessage();
                yield message == null ? cause.getClass().getSimpleName() : message;
            }
        };
    }
}
