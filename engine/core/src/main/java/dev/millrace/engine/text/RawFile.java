package dev.millrace.engine.text;

import dev.millrace.engine.block.ContentHash;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The bytes of a file as they lie on disk, counted and hashed. Failures of the disk are told as such here, so that
/// whatever a codec above throws is about the content.
final class RawFile implements AutoCloseable {

    private final Path file;
    private final InputStream in;
    private final ContentHash hash = new ContentHash();
    private long bytes;

    RawFile(Path file) throws IOException {
        this.file = file;
        this.in = Files.newInputStream(file);
    }

    Path file() {
        return file;
    }

    /// Bytes read so far.
    long bytes() {
        return bytes;
    }

    /// Hash of the bytes read so far.
    String hash() {
        return hash.text();
    }

    /// Reads at least one byte unless the file ends.
    ///
    /// @return how many, or -1 at the end
    /// @throws StorageException if reading fails
    int read(byte[] target, int from, int length) {
        try {
            int count = in.read(target, from, length);
            if (count > 0) {
                hash.add(target, from, count);
                bytes += count;
            }
            return count;
        } catch (IOException failure) {
            throw StorageException.reading(file, failure);
        }
    }

    /// Goes on some bytes further, which count as read but are not in the hash.
    ///
    /// @return how many; fewer than wanted only at the end
    /// @throws StorageException if it fails
    long skip(long count) {
        try {
            long skipped = in.skip(count);
            bytes += skipped;
            return skipped;
        } catch (IOException failure) {
            throw StorageException.reading(file, failure);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
