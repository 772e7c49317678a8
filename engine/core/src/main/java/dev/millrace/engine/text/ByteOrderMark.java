package dev.millrace.engine.text;

import dev.millrace.engine.dataset.TextEncoding;

import org.jspecify.annotations.Nullable;

/// The character U+FEFF at the begin of a file, which tells its encoding.
final class ByteOrderMark {

    private ByteOrderMark() {}

    /// The encoding that the first bytes of a file tell, null if they tell none.
    static @Nullable TextEncoding of(byte[] head, int length) {
        if (isUtf8(head, 0, length)) {
            return TextEncoding.UTF_8;
        }
        if (length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return TextEncoding.UTF_16LE;
        }
        if (length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return TextEncoding.UTF_16BE;
        }
        return null;
    }

    static boolean isUtf8(byte[] bytes, int from, int length) {
        return length >= 3
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
    }

    /// How long the mark is.
    static int bytes(TextEncoding encoding) {
        return encoding == TextEncoding.UTF_8 ? 3 : 2;
    }
}
