package dev.millrace.engine.stats;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// Reads what [SummaryOutput] wrote. Whatever the bytes are, each method either gives a value or throws a
/// [DamagedSummaryException]; none takes more memory than a small multiple of the bytes there are. [#end] must be
/// called last: only then is it sure that what was read is what was written. Not thread-safe.
public final class SummaryInput {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final InputStream in;
    private final long length;
    private final CRC32C checksum = new CRC32C();
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private long unread; // bytes of content that are not in the buffer yet

    /// How one element of a list is read.
    @FunctionalInterface
    public interface Element<T> {
        T read(SummaryInput in) throws IOException;
    }

    /// @param length how many bytes there are
    public SummaryInput(InputStream in, long length) throws IOException {
        this.in = in;
        this.length = length;
        if (length < SummaryOutput.FRAME) {
            throw damaged("it is too short");
        }
        this.unread = length - SummaryOutput.FRAME;
        if (fourBytes() != SummaryOutput.MAGIC) {
            throw damaged("it does not begin as a summary of this version does");
        }
    }

    public boolean flag() throws IOException {
        byte value = next();
        if (value != 0 && value != 1) {
            throw damaged("neither yes nor no");
        }
        return value == 1;
    }

    /// An integer from 0 on.
    public long count() throws IOException {
        long value = unsigned();
        if (value < 0) {
            throw damaged("a negative count");
        }
        return value;
    }

    /// An integer from 0 to a limit.
    public int count(int most) throws IOException {
        long value = count();
        if (value > most) {
            throw damaged(value + " where " + most + " is the most");
        }
        return (int) value;
    }

    /// How many elements follow.
    ///
    /// @param leastBytes of each of them, at least 1
    public int size(int leastBytes) throws IOException {
        return size(count(), leastBytes);
    }

    private int size(long size, int leastBytes) throws IOException {
        if (size > remaining() / leastBytes || size > LONGEST_ARRAY) {
            throw damaged(size + " elements in " + remaining() + " bytes");
        }
        return (int) size;
    }

    /// An element of a list, which was written as its index.
    public <T> T oneOf(List<T> elements) throws IOException {
        return elements.get(count(elements.size() - 1));
    }

    public double real() throws IOException {
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = (bits << Byte.SIZE) | (next() & 0xFF);
        }
        return Double.longBitsToDouble(bits);
    }

    /// An integer of any size up to a limit.
    public BigInteger integer(int mostBytes) throws IOException {
        int size = size(1);
        if (size == 0 || size > mostBytes) {
            throw damaged("an integer of " + size + " bytes");
        }
        return new BigInteger(bytes(size));
    }

    public String text() throws IOException {
        long header = count();
        int size = size(header >> 1, 1);
        return (header & 1) == 0 ? utf8(size) : utf16(size);
    }

    private String utf8(int size) throws IOException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(size))).toString();
        } catch (CharacterCodingException _) {
            throw damaged("a text that is no UTF-8");
        }
    }

    private String utf16(int size) throws IOException {
        char[] text = new char[size];
        for (int i = 0; i < size; i++) {
            text[i] = (char) count(Character.MAX_VALUE);
        }
        return new String(text);
    }

    public @Nullable String textOrNull() throws IOException {
        return flag() ? text() : null;
    }

    /// So many bytes as they are.
    public byte[] bytes(int size) throws IOException {
        byte[] bytes = new byte[size(size, 1)];
        int copied = Math.min(size, filled - at);
        System.arraycopy(buffer, at, bytes, 0, copied);
        at += copied;
        if (copied < size) {
            read(bytes, copied, size - copied);
            checksum.update(bytes, copied, size - copied);
            unread -= size - copied;
        }
        return bytes;
    }

    /// So many counts, each at least 1.
    public long[] positiveCounts(int size) throws IOException {
        long[] values = new long[size(size, 1)];
        for (int i = 0; i < size; i++) {
            values[i] = count();
            if (values[i] == 0) {
                throw damaged("a count of 0");
            }
        }
        return values;
    }

    /// Distinct integers in ascending order.
    public long[] ascending() throws IOException {
        long[] values = new long[size(1)];
        long before = Long.MIN_VALUE;
        for (int i = 0; i < values.length; i++) {
            values[i] = before + unsigned();
            if (i > 0 && values[i] <= before) {
                throw damaged("integers that do not ascend");
            }
            before = values[i];
        }
        return values;
    }

    /// Elements of at least one byte each.
    public <T> List<T> list(Element<T> element) throws IOException {
        int size = size(1);
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(element.read(this));
        }
        return elements;
    }

    /// Makes sure that everything was read, and that it is what was written.
    public void end() throws IOException {
        if (remaining() > 0) {
            throw damaged(remaining() + " bytes more than expected");
        }
        if (fourBytes() != (int) checksum.getValue()) {
            throw damaged("its checksum differs");
        }
    }

    /// What to throw when a value that was read cannot be.
    ///
    /// @param finding what is wrong with it
    public DamagedSummaryException damaged(String finding) {
        return new DamagedSummaryException(finding, Math.max(0, length - Integer.BYTES - remaining()));
    }

    private long remaining() {
        return unread + filled - at;
    }

    private long unsigned() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte group = next();
            value |= (group & 0x7FL) << shift;
            if (group >= 0) {
                if (shift == 63 && group > 1) {
                    throw damaged("an integer of more than 64 bits");
                }
                return value;
            }
        }
        throw damaged("an integer of more than 64 bits");
    }

    private byte next() throws IOException {
        if (at == filled) {
            refill();
        }
        return buffer[at++];
    }

    private void refill() throws IOException {
        if (unread == 0) {
            throw damaged("it ends too early");
        }
        int size = (int) Math.min(BUFFER, unread);
        read(buffer, 0, size);
        checksum.update(buffer, 0, size);
        unread -= size;
        at = 0;
        filled = size;
    }

    private int fourBytes() throws IOException {
        byte[] bytes = new byte[Integer.BYTES];
        read(bytes, 0, bytes.length);
        return ByteBuffer.wrap(bytes).getInt();
    }

    private void read(byte[] bytes, int from, int size) throws IOException {
        if (in.readNBytes(bytes, from, size) < size) {
            throw damaged("it ends too early");
        }
    }
}
