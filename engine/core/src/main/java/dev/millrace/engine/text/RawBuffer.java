package dev.millrace.engine.text;

/// A window on a raw file for what is read byte by byte: the headers and trailers around compressed data.
final class RawBuffer {

    static final int BYTES = 64 << 10;

    private final RawFile raw;
    private final byte[] bytes = new byte[BYTES];
    private int next;
    private int limit;

    RawBuffer(RawFile raw) {
        this.raw = raw;
    }

    /// Makes sure that there is a byte to take; false at the end of the file.
    boolean fill() {
        if (next < limit) {
            return true;
        }
        int count = raw.read(bytes, 0, bytes.length);
        next = 0;
        limit = Math.max(0, count);
        return limit > 0;
    }

    /// The next byte, which [#fill] has made sure of.
    int take() {
        return bytes[next++] & 0xFF;
    }

    byte[] bytes() {
        return bytes;
    }

    /// Where in [#bytes] the next byte lies.
    int next() {
        return next;
    }

    /// How many bytes lie there.
    int available() {
        return limit - next;
    }

    /// Takes bytes that were read from [#bytes] directly.
    void skip(int count) {
        next += count;
    }
}
