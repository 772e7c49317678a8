package dev.millrace.engine.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Reads small integers as Parquet packs them: runs of one value, and groups of eight bit-packed ones, in turn (the
/// *RLE/bit-packing hybrid* of the format). Levels and dictionary ids are written so. Reads in bulk: a run becomes one
/// fill.
///
/// Bytes beyond the end are an IndexOutOfBoundsException, to be told as damage by the caller.
final class Hybrid implements LevelReader {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int to;
    private final int width;
    private final int mask;
    private int at;
    private int runLeft;
    private int runValue;
    private int packedLeft;
    private int packedFrom; // of the group run being read
    private long packedBit; // bits of it already read

    /// @param width bits of a value, 0 to 32
    Hybrid(byte[] bytes, int from, int to, int width) {
        if (width < 0 || width > Integer.SIZE) {
            throw new IllegalArgumentException("values of " + width + " bits");
        }
        this.bytes = bytes;
        this.at = from;
        this.to = to;
        this.width = width;
        this.mask = width == Integer.SIZE ? -1 : (1 << width) - 1;
    }

    /// Reads so many values.
    @Override
    public void read(int[] into, int from, int count) {
        int next = from;
        int end = from + count;
        while (next < end) {
            if (runLeft > 0) {
                int length = Math.min(runLeft, end - next);
                Arrays.fill(into, next, next + length, runValue);
                runLeft -= length;
                next += length;
            } else if (packedLeft > 0) {
                int length = Math.min(packedLeft, end - next);
                unpack(into, next, length);
                packedLeft -= length;
                next += length;
            } else {
                startRun();
            }
        }
    }

    @Override
    public boolean passOver(int value, int count) {
        if (runLeft == 0 && packedLeft == 0) {
            startRun();
        }
        boolean all = runLeft >= count && runValue == value;
        if (all) {
            runLeft -= count;
        }
        return all;
    }

    private void startRun() {
        int header = varint();
        if ((header & 1) == 0) {
            runLeft = header >>> 1;
            runValue = 0;
            for (int shift = 0; shift < width; shift += Byte.SIZE) {
                runValue |= next() << shift;
            }
        } else {
            long values = (header >>> 1) * 8L;
            long packedBytes = (header >>> 1) * (long) width;
            packedFrom = at;
            packedBit = 0;
            packedLeft = (int) Math.min(values, Integer.MAX_VALUE);
            // The last group may be cut off: what is not there is never asked for in a sound file.
            at = (int) Math.min(to, at + packedBytes);
        }
        if (runLeft == 0 && packedLeft == 0) {
            throw new IllegalArgumentException("a run of no values");
        }
    }

    private void unpack(int[] into, int from, int count) {
        if (packedFrom + (packedBit + (long) count * width + 7) / 8 > at) {
            throw new IndexOutOfBoundsException("packed values end too early");
        }
        long bit = packedBit;
        int next = from;
        int end = from + count;
        long lastWord = (bytes.length - Long.BYTES - packedFrom) * 8L; // in bits; a whole word can be read up to it
        for (; next < end && bit <= lastWord; next++, bit += width) {
            long word = (long) WORD.get(bytes, packedFrom + (int) (bit >>> 3));
            into[next] = (int) (word >>> (bit & 7)) & mask;
        }
        for (; next < end; next++, bit += width) {
            into[next] = atEnd(bit);
        }
        packedBit = bit;
    }

    /// A packed value byte by byte, where no whole word can be read.
    private int atEnd(long bit) {
        int first = packedFrom + (int) (bit >>> 3);
        int shift = (int) bit & 7;
        long word = 0;
        int needed = (shift + width + 7) >>> 3;
        for (int k = 0; k < needed; k++) {
            word |= (bytes[first + k] & 0xFFL) << (k * 8);
        }
        return (int) (word >>> shift) & mask;
    }

    private int varint() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int part = next();
            value |= (part & 0x7F) << shift;
            if ((part & 0x80) == 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than five bytes");
    }

    private int next() {
        if (at >= to) {
            throw new IndexOutOfBoundsException("packed values end too early");
        }
        return bytes[at++] & 0xFF;
    }
}
