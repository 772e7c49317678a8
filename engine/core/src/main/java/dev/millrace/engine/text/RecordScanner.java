package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds records and cells of delimited text, 64 bytes at a time: the kernel of every text scan.
///
/// Of 64 bytes, two masks are made with one bit for each byte: where quotes are, and where delimiters and line breaks
/// are. Eight bytes are compared at once (SWAR, without borrows, so every bit is a true match). Quotes need no
/// branches: a byte lies in quotes if an odd number of quotes comes before it, which is the exclusive or of all lower
/// bits (Langdale and Lemire, *Parsing Gigabytes of JSON per Second*, 2019). What is left of the second mask ends a
/// field or a record.
///
/// ```
/// bytes     7,"Fox, ""C""",DE⏎8,
/// quotes    ..1.....11.111......
/// inside    ..11111111.11.......   from an opening quote up to before its closing one
/// edges     .1............1..1.1   delimiters and line breaks that are not inside
/// ```
///
/// That holds for RFC 4180 with line breaks LF, CRLF and CR, as long as every quote is in its place and every record
/// has as many fields as the header. A record that is any different is left to [DialectScanner], which knows what to
/// make of it.
final class RecordScanner implements RecordFinder {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long LOWS = 0x7F7F_7F7F_7F7F_7F7FL;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long FROM_LINE_FEED = ONES * (0x80 - '\n'); // added to a byte, sets its high bit from there on
    private static final long ABOVE_CARRIAGE_RETURN = ONES * (0x7F - '\r');
    private static final long GATHER = 0x0002_0408_1020_4081L;

    private final byte delimiter;
    private final long delimiters;
    private final long quotes;
    private final int lastField;
    private final int[] slotOfField;
    private final DialectScanner exact;

    /// Makes a scanner for records of one shape.
    ///
    /// @param dialect a plain one
    /// @param slotOfField for each field of a record, in file order, its slot in the block or -1
    RecordScanner(Dialect dialect, int[] slotOfField, Irregularities irregularities) {
        this.delimiter = (byte) dialect.delimiter();
        this.delimiters = ONES * (delimiter & 0xFF);
        this.quotes = ONES * (dialect.quote() & 0xFF);
        this.lastField = slotOfField.length - 1;
        this.slotOfField = slotOfField.clone();
        this.exact = new DialectScanner(dialect, slotOfField, irregularities);
    }

    @Override
    public int scan(TextBlock block, int from, int to, int maxRows, boolean last) {
        block.rows = 0;
        int next = from;
        while (true) {
            int scannedTo = scanRegular(block, next, to, maxRows, last);
            if (scannedTo >= 0) {
                return scannedTo;
            }
            next = exact.scanOn(block, ~scannedTo, to, block.rows + 1, last);
            if (next == ~scannedTo || block.rows == maxRows) {
                return next;
            }
        }
    }

    /// Adds records to a block as long as they are regular.
    ///
    /// @return where the first record begins that is not in the block; its complement (`~`) if it is irregular
    private int scanRegular(TextBlock block, int from, int to, int maxRows, boolean last) {
        byte[] bytes = block.bytes;
        int width = block.width;
        int rows = block.rows;
        int recordStart = from;
        int fieldStart = from;
        int field = 0;
        // of the byte before the chunk, in bit 0
        long open = 0; // it is inside quotes: in all bits
        long mayOpen = 1; // a quote may follow: it is a delimiter, a line break or a closing quote
        long mustEnd = 0; // it is a closing quote
        long paired = 0; // it is the carriage return of a line feed

        for (int base = from; base < to; base += Long.SIZE) {
            long ends = 0;
            long quoted = 0;
            for (int i = 0; i < Long.SIZE; i += Byte.SIZE) {
                long word = (long) WORD.get(bytes, base + i);
                long low = word & LOWS;
                long delimiterAt = word ^ delimiters;
                long quoteAt = word ^ quotes;
                long noDelimiter = ((delimiterAt & LOWS) + LOWS) | delimiterAt;
                long noQuote = ((quoteAt & LOWS) + LOWS) | quoteAt;
                long control = (low + FROM_LINE_FEED) & ~(low + ABOVE_CARRIAGE_RETURN) & ~word;
                ends |= gathered((control | ~noDelimiter) & HIGHS) << i;
                quoted |= gathered(~noQuote & HIGHS) << i;
            }
            long inRange = to - base >= Long.SIZE ? -1L : -1L >>> (Long.SIZE - (to - base));
            quoted &= inRange;
            long inside = prefixXor(quoted) ^ open;
            long closing = quoted & ~inside;
            long edges = ends & inRange & ~inside;
            long misplaced = quoted & inside & ~((edges | closing) << 1 | mayOpen);
            long textAfter = (closing << 1 | mustEnd) & inRange & ~(edges | quoted);
            if ((misplaced | textAfter) != 0) {
                block.rows = rows;
                return ~recordStart;
            }
            open = inside >> (Long.SIZE - 1);
            mayOpen = (edges | closing) >>> (Long.SIZE - 1);
            mustEnd = closing >>> (Long.SIZE - 1);
            edges &= ~paired;
            paired = 0;

            while (edges != 0) {
                int at = base + Long.numberOfTrailingZeros(edges);
                edges &= edges - 1;
                byte character = bytes[at];
                int slot = slotOfField[field];
                if (slot >= 0) {
                    block.cellStart[rows * width + slot] = fieldStart;
                    block.cellEnd[rows * width + slot] = at;
                }
                int end = at + 1;
                if (field < lastField) {
                    if (character != delimiter) {
                        block.rows = rows;
                        return ~recordStart;
                    }
                    field++;
                } else {
                    if (character == '\r') {
                        if (end == to && !last) {
                            break; // a line feed may follow in the next block
                        }
                        if (end < to && bytes[end] == '\n') {
                            end++;
                            paired = edges == 0 ? 1 : 0;
                            edges &= edges - 1;
                        }
                    } else if (character != '\n') {
                        block.rows = rows;
                        return ~recordStart;
                    }
                    block.recordStart[rows] = recordStart;
                    block.recordEnd[rows] = end;
                    if (++rows == block.recordStart.length) {
                        block.grow();
                    }
                    recordStart = end;
                    if (rows == maxRows) {
                        block.rows = rows;
                        return recordStart;
                    }
                    field = 0;
                }
                fieldStart = end;
            }
        }
        block.rows = rows;
        return recordStart;
    }

    /// The high bits of eight bytes, side by side (a multiplication that adds no two bits in one place).
    private static long gathered(long highBits) {
        return (highBits * GATHER) >>> (Long.SIZE - Long.BYTES);
    }

    /// In every bit the exclusive or of itself and all lower ones.
    private static long prefixXor(long bits) {
        long sums = bits;
        sums ^= sums << 1;
        sums ^= sums << 2;
        sums ^= sums << 4;
        sums ^= sums << 8;
        sums ^= sums << 16;
        return sums ^ (sums << 32);
    }
}
