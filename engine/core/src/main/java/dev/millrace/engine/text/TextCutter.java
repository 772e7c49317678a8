package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Cuts a text into pieces, each after the last line feed in reach that is not inside quotes. It looks for nothing but
/// quotes and line feeds, many times as fast as records are found; where a quote is a plain character of its cell it is
/// mistaken, and the piece turns out not to hold whole records.
final class TextCutter {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long LOWS = 0x7F7F_7F7F_7F7F_7F7FL;
    private static final int NONE = -1;
    private static final int MOST_BYTES = 4 << 20;

    private final TextSource text;
    private final char quote;
    private byte[] rest = new byte[0]; // read, and not yet in a piece
    private long offset;

    /// Begins before the first record.
    ///
    /// @param quote [Dialect#NONE] if no line feed is ever part of a record
    /// @param offset where the first record lies in the text
    TextCutter(TextSource text, char quote, long offset) {
        this.text = text;
        this.quote = quote;
        this.offset = offset;
    }

    /// Fills a piece with what comes next. A record that does not end within some megabytes is cut anywhere.
    void fill(TextPiece piece) throws IOException {
        int length = rest.length;
        while (piece.capacity() < length) {
            piece.enlarge(enlarged(piece));
        }
        System.arraycopy(rest, 0, piece.bytes(), 0, length);
        while (true) {
            int count = 0;
            while (length < piece.capacity() && count >= 0) {
                count = text.read(piece.bytes(), length, piece.capacity() - length);
                length += Math.max(0, count);
            }
            if (count < 0) {
                hand(piece, length, length, true);
                return;
            }
            int border = lastBorder(piece.bytes(), length);
            if (border != NONE || length >= MOST_BYTES) {
                hand(piece, border == NONE ? length : border, length, false);
                return;
            }
            piece.enlarge(enlarged(piece));
        }
    }

    private static int enlarged(TextPiece piece) {
        return Math.max(1024, piece.capacity() * 2);
    }

    private void hand(TextPiece piece, int border, int length, boolean last) {
        rest = Arrays.copyOfRange(piece.bytes(), border, length);
        piece.filled(border, offset, text.bytesRead(), last);
        offset += border;
    }

    /// The position after the last line feed with an even number of quotes before it.
    private int lastBorder(byte[] bytes, int length) {
        boolean open = quote != Dialect.NONE && isOdd(bytes, length);
        for (int at = length - 1; at >= 0; at--) {
            if (bytes[at] == '\n' && !open) {
                return at + 1;
            }
            open ^= quote != Dialect.NONE && bytes[at] == quote;
        }
        return NONE;
    }

    /// Whether there is an odd number of quotes, counted eight bytes at a time: bits of matches are added up without
    /// carry (SWAR).
    private boolean isOdd(byte[] bytes, int length) {
        long quotes = ONES * quote;
        long odd = 0;
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            long differing = (long) WORD.get(bytes, at) ^ quotes;
            odd ^= ~(((differing & LOWS) + LOWS) | differing | LOWS);
        }
        boolean isOdd = (Long.bitCount(odd) & 1) == 1;
        for (; at < length; at++) {
            isOdd ^= bytes[at] == quote;
        }
        return isOdd;
    }
}
