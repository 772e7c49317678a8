package dev.millrace.engine.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Writes small integers as Parquet packs them, in bulk: a value that comes at least eight times in a row as a run, the
/// others bit-packed in groups of eight. The counterpart of [Hybrid].
final class HybridEncoder {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int GROUP = 8;

    private HybridEncoder() {}

    /// Bits that values from 0 to `most` need.
    static int width(int most) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(most);
    }

    /// Appends the first `count` values.
    ///
    /// @param width bits of a value, 0 to 31
    static void encode(int[] values, int count, int width, EncodedBytes out) {
        int packedFrom = 0; // values before it are written
        int at = 0;
        while (at < count) {
            int end = endOfRun(values, at, count);
            int filling = -(at - packedFrom) & (GROUP - 1); // of the run, to make the groups before it whole
            if (end - at - filling >= GROUP) {
                packGroups(values, packedFrom, at + filling, width, out);
                putRun(end - at - filling, values[at], width, out);
                packedFrom = end;
            }
            at = end;
        }
        packGroups(values, packedFrom, count, width, out);
    }

    private static int endOfRun(int[] values, int from, int to) {
        int value = values[from];
        int end = from + 1;
        while (end < to && values[end] == value) {
            end++;
        }
        return end;
    }

    /// Appends one value, so many times.
    static void putRun(int length, int value, int width, EncodedBytes out) {
        out.putVarint(length << 1);
        for (int shift = 0; shift < width; shift += Byte.SIZE) {
            out.putByte(value >>> shift);
        }
    }

    private static void packGroups(int[] values, int from, int to, int width, EncodedBytes out) {
        if (from == to) {
            return;
        }
        int groups = (to - from + GROUP - 1) / GROUP;
        out.putVarint(groups << 1 | 1);
        pack(values, from, to, width, out);
        int padding = groups * width - ((to - from) * width + 7) / 8; // whole bytes of the last group
        for (int i = 0; i < padding; i++) {
            out.putByte(0);
        }
    }

    /// Appends one bit for each byte, set unless it is 0, the lowest bit first.
    static void packBits(byte[] flags, int count, EncodedBytes out) {
        for (int i = 0; i < count; i += Byte.SIZE) {
            int octet = 0;
            for (int bit = 0; bit < Byte.SIZE && i + bit < count; bit++) {
                octet |= flags[i + bit] != 0 ? 1 << bit : 0;
            }
            out.putByte(octet);
        }
    }

    /// Appends values bit by bit, the lowest bit first; the last byte is filled with zeros.
    private static void pack(int[] values, int from, int to, int width, EncodedBytes out) {
        out.ensure((to - from) / 8 * width + width + Long.BYTES);
        byte[] bytes = out.array();
        int at = out.size();
        long word = 0;
        int bits = 0;
        for (int i = from; i < to; i++) {
            word |= (long) values[i] << bits;
            bits += width;
            if (bits >= Integer.SIZE) {
                INT.set(bytes, at, (int) word);
                at += Integer.BYTES;
                word >>>= Integer.SIZE;
                bits -= Integer.SIZE;
            }
        }
        for (; bits > 0; bits -= Byte.SIZE) {
            bytes[at++] = (byte) word;
            word >>>= Byte.SIZE;
        }
        out.added(at - out.size());
    }
}
