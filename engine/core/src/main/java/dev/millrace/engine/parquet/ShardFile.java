package dev.millrace.engine.parquet;

import dev.millrace.engine.block.ContentHash;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.StorageException;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The bytes of an open shard, read at any position. Failures of the storage come as [StorageException], so that they
/// are not taken for damage of the content.
final class ShardFile implements Closeable {

    private static final int BUFFER_BYTES = 16 << 10;
    private static final int LARGE_BUFFER_BYTES = 256 << 10;

    private final Path path;
    private final FileChannel channel;
    private final long bytes;

    ShardFile(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        this.bytes = channel.size();
    }

    Path path() {
        return path;
    }

    /// Its size when it was opened.
    long bytes() {
        return bytes;
    }

    /// Reads exactly so many bytes.
    void read(long position, byte[] into, int from, int length) {
        ByteBuffer buffer = ByteBuffer.wrap(into, from, length);
        while (buffer.hasRemaining()) {
            if (readSome(position + (buffer.position() - from), buffer) < 0) {
                throw Damage.of(
                        Place.of(path),
                        "the file ends at byte " + (position + buffer.position() - from) + ", too early");
            }
        }
    }

    private int readSome(long position, ByteBuffer buffer) {
        try {
            return channel.read(buffer, position);
        } catch (IOException failure) {
            throw StorageException.reading(path, failure);
        }
    }

    /// Hash of all bytes: one sequential read.
    String contentHash() {
        ContentHash hash = new ContentHash();
        byte[] chunk = new byte[LARGE_BUFFER_BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(chunk);
        long position = 0;
        for (int count = readSome(0, buffer); count >= 0; count = readSome(position, buffer)) {
            hash.add(chunk, 0, count);
            position += count;
            buffer.clear();
        }
        return hash.text();
    }

    /// A stream over the bytes from a position to the end of the file.
    Cursor cursor(long position) {
        return new Cursor(position, BUFFER_BYTES);
    }

    /// A stream for what is read from end to end.
    Cursor sequentialCursor() {
        return new Cursor(0, LARGE_BUFFER_BYTES);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// Reads on from a position, with a small buffer of its own.
    final class Cursor extends InputStream {

        private byte[] buffer; // at least as long as what is read at once
        private final int atOnce;
        private long position; // of buffer[0]
        private int next;
        private int limit;

        private Cursor(long position, int bufferBytes) {
            this.position = position;
            this.atOnce = bufferBytes;
            this.buffer = PageArrays.ofThread().take(bufferBytes);
        }

        long position() {
            return position + next;
        }

        /// Bytes between here and the end of the file.
        long remaining() {
            return bytes - position();
        }

        void seek(long target) {
            position = target;
            next = 0;
            limit = 0;
        }

        @Override
        public int read() {
            if (next == limit && !refill()) {
                return -1;
            }
            return buffer[next++] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (length == 0) {
                return 0;
            }
            if (next == limit && !refill()) {
                return -1;
            }
            int count = Math.min(length, limit - next);
            System.arraycopy(buffer, next, into, from, count);
            next += count;
            return count;
        }

        /// Reads exactly so many bytes, past the buffer.
        void readFully(byte[] into, int length) throws EOFException {
            if (length > remaining()) {
                throw new EOFException(length + " bytes wanted but the file has only " + remaining() + " more");
            }
            int buffered = Math.min(length, limit - next);
            System.arraycopy(buffer, next, into, 0, buffered);
            next += buffered;
            if (buffered < length) {
                long at = position();
                ShardFile.this.read(at, into, buffered, length - buffered);
                seek(at + length - buffered);
            }
        }

        /// Passes over bytes that are there.
        void skipFully(int length) {
            if (length <= limit - next) {
                next += length;
            } else {
                seek(position() + length);
            }
        }

        /// Gives its buffer back; the file stays open.
        @Override
        public void close() {
            PageArrays.ofThread().giveBack(buffer);
            buffer = PageArrays.NONE;
            seek(position());
        }

        private boolean refill() {
            position += limit;
            next = 0;
            limit = Math.max(0, readSome(position, ByteBuffer.wrap(buffer, 0, atOnce)));
            return limit > 0;
        }
    }
}
