package dev.millrace.engine.text;

import dev.millrace.engine.dataset.TextEncoding;

import java.io.IOException;
import java.io.OutputStream;

/// Gathers small pieces of bytes before they are written. Where a text begins with the character that a reader would
/// take for a byte order mark, a mark is written before it, so that the reader takes that one. Where a record that ends
/// with CR comes before an empty one that ends with LF, as what lay between them is left out, the latter gets a CR of
/// its own: the two characters would be one line break.
final class OutputBuffer {

    private static final int BYTES = 256 << 10;
    private static final byte[] CARRIAGE_RETURN = {'\r'};

    private final OutputStream target;
    private final byte[] buffer = new byte[BYTES];
    private int buffered;
    private boolean begun;
    private byte last; // of what was put

    OutputBuffer(OutputStream target) {
        this.target = target;
    }

    void put(byte[] bytes) throws IOException {
        put(bytes, 0, bytes.length);
    }

    /// Adds bytes that do not begin in the middle of a line break.
    void put(byte[] bytes, int from, int to) throws IOException {
        int length = to - from;
        if (length == 0) {
            return;
        }
        if (last == '\r' && bytes[from] == '\n') {
            last = 0;
            put(CARRIAGE_RETURN);
        }
        last = bytes[to - 1];
        if (length > buffer.length - buffered) {
            flush();
            if (length > buffer.length) {
                write(bytes, from, length);
                return;
            }
        }
        System.arraycopy(bytes, from, buffer, buffered, length);
        buffered += length;
    }

    void flush() throws IOException {
        if (buffered > 0) {
            write(buffer, 0, buffered);
            buffered = 0;
        }
    }

    private void write(byte[] bytes, int from, int length) throws IOException {
        if (!begun) {
            begun = true;
            if (ByteOrderMark.isUtf8(bytes, from, length)) {
                target.write(bytes, from, ByteOrderMark.bytes(TextEncoding.UTF_8));
            }
        }
        target.write(bytes, from, length);
    }
}
