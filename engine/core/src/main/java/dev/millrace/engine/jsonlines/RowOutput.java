package dev.millrace.engine.jsonlines;

import dev.millrace.engine.dataset.Compression;
import dev.millrace.engine.text.CompressedOutput;

import java.io.IOException;
import java.io.OutputStream;

/// A file of rows being written: buffers bytes, and puts between rows what the framing asks for.
final class RowOutput {

    private static final int BUFFER_BYTES = 256 << 10;
    private static final byte[] LINE_FEED = {'\n'};
    private static final byte[] OPENING = {'[', '\n'};
    private static final byte[] BETWEEN = {',', '\n'};
    private static final byte[] CLOSING = {'\n', ']', '\n'};

    final Framing framing;
    private final OutputStream target;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int buffered;
    private long rows;

    RowOutput(OutputStream target, Framing framing, Compression compression) throws IOException {
        this.target = CompressedOutput.over(target, compression);
        this.framing = framing;
    }

    long rows() {
        return rows;
    }

    /// Before a row.
    void beginRow() throws IOException {
        if (framing == Framing.ARRAY) {
            put(rows == 0 ? OPENING : BETWEEN);
        }
        rows++;
    }

    /// After a row.
    void endRow() throws IOException {
        if (framing == Framing.LINES) {
            put(LINE_FEED);
        }
    }

    /// Counts a row that brings its own line break.
    void countLine() {
        rows++;
    }

    void put(byte[] bytes) throws IOException {
        put(bytes, 0, bytes.length);
    }

    void put(byte[] bytes, int from, int to) throws IOException {
        int length = to - from;
        if (length > buffer.length - buffered) {
            flush();
            if (length > buffer.length) {
                target.write(bytes, from, length);
                return;
            }
        }
        System.arraycopy(bytes, from, buffer, buffered, length);
        buffered += length;
    }

    void put(char character) throws IOException {
        if (buffered == buffer.length) {
            flush();
        }
        buffer[buffered++] = (byte) character;
    }

    private void flush() throws IOException {
        target.write(buffer, 0, buffered);
        buffered = 0;
    }

    /// Completes the file; the target stays open.
    void finish() throws IOException {
        if (framing == Framing.ARRAY) {
            if (rows == 0) {
                put('[');
            }
            put(CLOSING);
        }
        flush();
        target.close();
    }
}
