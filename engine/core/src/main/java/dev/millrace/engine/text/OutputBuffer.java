package dev.millrace.engine.text;

import java.io.IOException;
import java.io.OutputStream;

/// Gathers small pieces of bytes before they are written.
final class OutputBuffer {

    private static final int BYTES = 256 << 10;

    private final OutputStream target;
    private final byte[] buffer = new byte[BYTES];
    private int buffered;

    OutputBuffer(OutputStream target) {
        this.target = target;
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

    void flush() throws IOException {
        target.write(buffer, 0, buffered);
        buffered = 0;
    }
}
