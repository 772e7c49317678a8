package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.TextEncoding;

import java.nio.charset.StandardCharsets;

/// Reads the value of a cell that is more than a range of UTF-8 bytes: in quotes, with escapes, or in another encoding.
/// Its one buffer is reused from cell to cell.
final class CellReader {

    private final byte quote;
    private final boolean quotes;
    private final byte escape;
    private final boolean escapes;
    private final TextEncoding encoding;
    private byte[] value = new byte[64];
    private int length;

    CellReader(Dialect dialect) {
        quote = (byte) dialect.quote();
        quotes = dialect.quote() != Dialect.NONE;
        escape = (byte) dialect.escape();
        escapes = dialect.escape() != Dialect.NONE;
        encoding = dialect.encoding().inMemory();
    }

    /// Whether a cell's bytes, as long as they are not in quotes, are its value.
    static boolean isLiteral(Dialect dialect) {
        return dialect.escape() == Dialect.NONE && dialect.encoding().inMemory() == TextEncoding.UTF_8;
    }

    /// Reads a cell.
    void read(byte[] bytes, int from, int to) {
        boolean quoted = quotes && to - from >= 2 && bytes[from] == quote;
        unescape(bytes, quoted ? from + 1 : from, quoted ? to - 1 : to, quoted);
        if (encoding != TextEncoding.UTF_8) {
            toUtf8();
        }
    }

    /// The value of the cell in UTF-8, from 0 to [#length].
    byte[] value() {
        return value;
    }

    int length() {
        return length;
    }

    private void unescape(byte[] bytes, int from, int to, boolean quoted) {
        if (value.length < to - from) {
            value = new byte[to - from];
        }
        length = 0;
        for (int at = from; at < to; at++) {
            byte character = bytes[at];
            if (escapes && character == escape && at + 1 < to) {
                character = bytes[++at];
            } else if (quoted && character == quote && at + 1 < to && bytes[at + 1] == quote) {
                at++;
            }
            value[length++] = character;
        }
    }

    private void toUtf8() {
        for (int i = 0; i < length; i++) {
            if (value[i] < 0) {
                byte[] decoded = new String(value, 0, length, encoding.charset()).getBytes(StandardCharsets.UTF_8);
                value = decoded.length == 0 ? new byte[1] : decoded;
                length = decoded.length;
                return;
            }
        }
    }
}
