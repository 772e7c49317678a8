package dev.millrace.engine.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Counts line breaks: CRLF, CR and LF are one each.
final class LineBreaks {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long CONTROLS = ONES * 14; // line feed is 10, carriage return 13

    private LineBreaks() {}

    /// How many line breaks begin in a range that does not begin in the middle of one.
    static long count(byte[] bytes, int from, int to) {
        long breaks = 0;
        int at = from;
        while (at < to) {
            if (at + Long.BYTES <= to) {
                long word = (long) WORD.get(bytes, at);
                if ((((word - CONTROLS) & ~word) & HIGHS) == 0) {
                    at += Long.BYTES;
                    continue;
                }
            }
            int end = Math.min(to, at + Long.BYTES);
            for (; at < end; at++) {
                byte character = bytes[at];
                if (character == '\r' || (character == '\n' && (at == from || bytes[at - 1] != '\r'))) {
                    breaks++;
                }
            }
        }
        return breaks;
    }
}
