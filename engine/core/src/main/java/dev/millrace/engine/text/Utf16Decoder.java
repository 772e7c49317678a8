package dev.millrace.engine.text;

import java.io.IOException;

/// Turns UTF-16 into UTF-8. What is no UTF-16 (half a surrogate pair, half a unit at the end) becomes bytes that are no
/// UTF-8, so that the row which holds it is found to be bad.
final class Utf16Decoder {

    private static final int MOST_BYTES_PER_UNIT = 3;

    private final boolean bigEndian;
    private final byte[] units = new byte[32 << 10];
    private final byte[] decoded = new byte[units.length / 2 * MOST_BYTES_PER_UNIT + 8];
    private int carried; // bytes of an incomplete unit or pair at the front of the units
    private int next; // in the decoded bytes
    private int limit;
    private boolean ended;

    /// Where its bytes come from.
    interface Source {
        int read(byte[] target, int from, int length) throws IOException;
    }

    Utf16Decoder(boolean bigEndian) {
        this.bigEndian = bigEndian;
    }

    /// Reads at least one byte of UTF-8 unless the text ends.
    int read(Source source, byte[] target, int from, int length) throws IOException {
        while (next == limit) {
            if (ended) {
                return -1;
            }
            int count = source.read(units, carried, units.length - carried);
            ended = count < 0;
            decode(carried + Math.max(0, count));
        }
        int count = Math.min(length, limit - next);
        System.arraycopy(decoded, next, target, from, count);
        next += count;
        return count;
    }

    private void decode(int available) {
        next = 0;
        limit = 0;
        int at = 0;
        while (at + 1 < available) {
            int unit = unit(at);
            if (unit >= 0xD800 && unit < 0xDC00) {
                if (at + 3 >= available && !ended) {
                    break; // its other half is still to come
                }
                int low = at + 3 < available ? unit(at + 2) : 0;
                if (low >= 0xDC00 && low < 0xE000) {
                    put(Character.toCodePoint((char) unit, (char) low));
                    at += 4;
                    continue;
                }
            }
            put(unit);
            at += 2;
        }
        carried = available - at;
        System.arraycopy(units, at, units, 0, carried);
        if (ended && carried > 0) {
            decoded[limit++] = (byte) 0xFF;
        }
    }

    private int unit(int at) {
        int first = units[at] & 0xFF;
        int second = units[at + 1] & 0xFF;
        return bigEndian ? (first << 8) | second : (second << 8) | first;
    }

    private void put(int codePoint) {
        if (codePoint < 0x80) {
            decoded[limit++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            decoded[limit++] = (byte) (0xC0 | (codePoint >> 6));
            decoded[limit++] = (byte) (0x80 | (codePoint & 0x3F));
        } else if (codePoint < 0x10000) {
            decoded[limit++] = (byte) (0xE0 | (codePoint >> 12));
            decoded[limit++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
            decoded[limit++] = (byte) (0x80 | (codePoint & 0x3F));
        } else {
            decoded[limit++] = (byte) (0xF0 | (codePoint >> 18));
            decoded[limit++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
            decoded[limit++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
            decoded[limit++] = (byte) (0x80 | (codePoint & 0x3F));
        }
    }
}
