package dev.millrace.engine.json;

import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.ResourceException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that is read as a whole, unless it is far too large to be what it is taken for.
public final class DocumentFile {

    private DocumentFile() {}

    /// The content of a file.
    ///
    /// @throws ResourceException if there are more than so many MiB; no more than that is read
    public static byte[] bytes(Path file, int mostMebibytes) throws IOException {
        int most = mostMebibytes << 20;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most);
            if (bytes.length == most && in.read() >= 0) {
                throw new ResourceException(
                        new Problem(
                                Place.of(file),
                                "the file has more than " + mostMebibytes + " MiB, the most that is read of its kind",
                                "Check that it is the right file"));
            }
            return bytes;
        }
    }
}
