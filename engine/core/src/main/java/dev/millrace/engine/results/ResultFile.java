package dev.millrace.engine.results;

import dev.millrace.engine.json.DocumentFile;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.nio.file.Path;

/// A document that a run left.
final class ResultFile {

    private ResultFile() {}

    /// Its content.
    ///
    /// @throws StorageException if it cannot be read
    /// @throws dev.millrace.engine.problem.ResourceException if it is too large
    static byte[] bytes(Path file, int mostMebibytes) {
        try {
            return DocumentFile.bytes(file, mostMebibytes);
        } catch (IOException failure) {
            throw StorageException.reading(file, failure);
        }
    }
}
