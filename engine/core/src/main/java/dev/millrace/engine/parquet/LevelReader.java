package dev.millrace.engine.parquet;

import dev.millrace.engine.parquet.ChunkPages.Page;

import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.format.Encoding;

import java.io.IOException;
import java.util.Arrays;

/// Reads the repetition or definition levels of a page.
interface LevelReader {

    /// The levels of a column that has only level 0: nothing is stored.
    LevelReader ZEROS = (into, from, count) -> Arrays.fill(into, from, from + count, 0);

    void read(int[] into, int from, int count);

    /// Passes over the next levels if it is known at once that each has this value.
    ///
    /// @param count how many, at least one
    default boolean passOver(int value, int count) {
        return false;
    }

    /// The levels of a page of version 1.
    ///
    /// @param end where in the page the levels end
    record InPage(LevelReader levels, int end) {}

    /// Levels as pages of version 1 have them, before the values.
    static InPage inPage(Page page, Encoding encoding, int most, int from) throws IOException {
        byte[] bytes = page.bytes();
        int size = page.end();
        if (most == 0) {
            return new InPage(ZEROS, from);
        }
        return switch (encoding) {
            case RLE -> {
                int start = from + Integer.BYTES;
                int length = start <= size ? BytesUtils.readIntLittleEndian(bytes, from) : -1;
                if (length < 0 || length > size - start) {
                    throw new IOException("levels of " + length + " bytes in a page of " + size);
                }
                yield new InPage(hybrid(bytes, start, start + length, most), start + length);
            }
            case BIT_PACKED -> {
                int width = HybridEncoder.width(most);
                long length = ((long) page.values() * width + 7) / 8;
                if (length > size - from) {
                    throw new IOException("levels of " + length + " bytes in a page of " + size);
                }
                yield new InPage(new BigEndianBits(bytes, from, width)::read, from + (int) length);
            }
            default -> throw new IOException("levels in the encoding " + encoding);
        };
    }

    /// Levels as runs.
    static LevelReader hybrid(byte[] bytes, int from, int to, int most) {
        return most == 0 ? ZEROS : new Hybrid(bytes, from, to, HybridEncoder.width(most));
    }

    /// The deprecated packing of levels: the first value in the highest bits.
    final class BigEndianBits {

        private final byte[] bytes;
        private final int width;
        private long bit;

        BigEndianBits(byte[] bytes, int from, int width) {
            this.bytes = bytes;
            this.width = width;
            this.bit = from * 8L;
        }

        void read(int[] into, int from, int count) {
            for (int i = from; i < from + count; i++) {
                int value = 0;
                for (int k = 0; k < width; k++, bit++) {
                    value = (value << 1) | ((bytes[(int) (bit >>> 3)] >>> (7 - ((int) bit & 7))) & 1);
                }
                into[i] = value;
            }
        }
    }
}
