package dev.millrace.engine.text;

import java.io.Closeable;
import java.io.IOException;

/// Text as it is in memory, from some place of a shard on. Used by one thread at a time.
public interface TextSource extends Closeable {

    /// Reads at least one byte unless the text ends.
    ///
    /// @return how many bytes, or -1 at the end
    int read(byte[] target, int from, int length) throws IOException;

    /// Goes on further in the text, faster if that can be; the hash is without meaning then.
    default void skip(long count) throws IOException {
        readOver(count);
    }

    /// Reads on without a use for what is read.
    default void readOver(long count) throws IOException {
        byte[] passed = new byte[(int) Math.min(count, 1 << 16)];
        long left = count;
        while (left > 0) {
            int read = read(passed, 0, (int) Math.min(left, passed.length));
            left = read < 0 ? 0 : left - read;
        }
    }

    /// Bytes of the file, as it lies on disk, read so far.
    long bytesRead();

    /// Hash of the bytes of the file read so far.
    String contentHash();
}
