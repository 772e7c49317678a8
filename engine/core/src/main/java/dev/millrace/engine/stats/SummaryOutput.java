package dev.millrace.engine.stats;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.zip.CRC32C;

/// Writes a summary as bytes that another process can read with [SummaryInput], on any machine. Small numbers take few
/// bytes. Equal content gives equal bytes.
///
/// The bytes begin with [#MAGIC], which also tells the version, and end with a checksum of all between, which [#end]
/// writes. The stream stays the caller's. Not thread-safe.
public final class SummaryOutput {

    /// What the bytes begin with.
    static final int MAGIC = 'M' << 24 | 'R' << 16 | 'S' << 8 | 1;

    /// Bytes besides the content: [#MAGIC] and the checksum.
    static final int FRAME = 2 * Integer.BYTES;

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_COUNT = 10; // 64 bits in groups of 7

    private final OutputStream out;
    private final CRC32C checksum = new CRC32C();
    private final byte[] buffer = new byte[BUFFER];
    private int filled;

    /// How one element of a list is written.
    @FunctionalInterface
    public interface Element<T> {
        void write(T element, SummaryOutput out) throws IOException;
    }

    public SummaryOutput(OutputStream out) throws IOException {
        this.out = out;
        out.write(fourBytes(MAGIC));
    }

    public void flag(boolean value) throws IOException {
        room(1);
        buffer[filled++] = (byte) (value ? 1 : 0);
    }

    /// Any integer in as many bytes as it has groups of seven bits, taken as unsigned; meant for those that count
    /// something.
    public void count(long value) throws IOException {
        room(LONGEST_COUNT);
        long left = value;
        while ((left & ~0x7FL) != 0) {
            buffer[filled++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        buffer[filled++] = (byte) left;
    }

    /// A double with all its bits, those of a NaN too.
    public void real(double value) throws IOException {
        room(Long.BYTES);
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[filled++] = (byte) (bits >> shift);
        }
    }

    /// An integer of any size.
    public void integer(BigInteger value) throws IOException {
        byte[] bytes = value.toByteArray();
        count(bytes.length);
        bytes(bytes);
    }

    /// A text, even one with half a surrogate pair, which has no form in UTF-8.
    public void text(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        boolean whole = new String(utf8, StandardCharsets.UTF_8).equals(text);
        if (whole) {
            count((long) utf8.length << 1);
            bytes(utf8);
        } else {
            count((long) text.length() << 1 | 1);
            for (int i = 0; i < text.length(); i++) {
                count(text.charAt(i));
            }
        }
    }

    /// A text, or that there is none.
    public void textOrNull(@Nullable String text) throws IOException {
        flag(text != null);
        if (text != null) {
            text(text);
        }
    }

    /// Bytes as they are; the reader must know how many.
    public void bytes(byte[] bytes) throws IOException {
        if (bytes.length <= BUFFER) {
            room(bytes.length);
            System.arraycopy(bytes, 0, buffer, filled, bytes.length);
            filled += bytes.length;
        } else {
            flush();
            checksum.update(bytes);
            out.write(bytes);
        }
    }

    /// Counts one after the other; the reader must know how many.
    public void counts(long[] values) throws IOException {
        for (long value : values) {
            count(value);
        }
    }

    /// Distinct integers in ascending order, and how many there are; each takes only the bytes of its distance to the
    /// one before.
    public void ascending(long[] values) throws IOException {
        count(values.length);
        long before = Long.MIN_VALUE;
        for (long value : values) {
            count(value - before); // as unsigned, right even where it overflows
            before = value;
        }
    }

    /// Elements in their order, and how many there are.
    public <T> void list(Collection<T> elements, Element<T> element) throws IOException {
        count(elements.size());
        for (T each : elements) {
            element.write(each, this);
        }
    }

    /// Writes what is still held back, and the checksum.
    public void end() throws IOException {
        flush();
        out.write(fourBytes((int) checksum.getValue()));
        out.flush();
    }

    private void room(int bytes) throws IOException {
        if (filled + bytes > BUFFER) {
            flush();
        }
    }

    private void flush() throws IOException {
        checksum.update(buffer, 0, filled);
        out.write(buffer, 0, filled);
        filled = 0;
    }

    private static byte[] fourBytes(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }
}
