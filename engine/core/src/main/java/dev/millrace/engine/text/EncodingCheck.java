package dev.millrace.engine.text;

import dev.millrace.engine.dataset.TextEncoding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds the first byte of a range that is no text in an encoding: malformed UTF-8 (Unicode 16, table 3-7), a byte that
/// windows-1252 leaves undefined, or NUL in any encoding.
///
/// Rows are checked as a whole, whichever columns are looked at: were it only the cells that are decoded, two passes
/// over one shard could disagree on which rows there are.
final class EncodingCheck {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final int WORDS = 4;

    private final TextEncoding encoding;

    EncodingCheck(TextEncoding encoding) {
        this.encoding = encoding.inMemory();
    }

    /// The first position that is no text, -1 if all is.
    int firstBad(byte[] bytes, int from, int to) {
        int at = afterAscii(bytes, from, to);
        while (at < to) {
            int length = lengthAt(bytes, at, to);
            if (length == 0) {
                return at;
            }
            at = afterAscii(bytes, at + length, to);
        }
        return -1;
    }

    /// Goes over characters of ASCII but NUL, 32 bytes at a time.
    private static int afterAscii(byte[] bytes, int from, int to) {
        int at = from;
        while (at + WORDS * Long.BYTES <= to) {
            long first = (long) WORD.get(bytes, at);
            long second = (long) WORD.get(bytes, at + Long.BYTES);
            long third = (long) WORD.get(bytes, at + 2 * Long.BYTES);
            long fourth = (long) WORD.get(bytes, at + 3 * Long.BYTES);
            long suspect = first | (first - ONES) | second | (second - ONES);
            if (((suspect | third | (third - ONES) | fourth | (fourth - ONES)) & HIGHS) != 0) {
                break;
            }
            at += WORDS * Long.BYTES;
        }
        while (at < to && bytes[at] > 0) {
            at++;
        }
        return at;
    }

    /// The length of the character at a position that is no ASCII character, 0 if there is none.
    private int lengthAt(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        if (first == 0) {
            return 0;
        }
        return switch (encoding) {
            case ISO_8859_1 -> 1;
            case WINDOWS_1252 -> isUndefined(first) ? 0 : 1;
            case UTF_8, UTF_16LE, UTF_16BE -> utf8Length(first, bytes, at, to);
        };
    }

    private static boolean isUndefined(int character) {
        return character == 0x81 || character == 0x8D || character == 0x8F || character == 0x90 || character == 0x9D;
    }

    private static int utf8Length(int first, byte[] bytes, int at, int to) {
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
