package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.stream.IntStream;

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
    private static final int WINDOW = 4096; // edges: 16 KiB, half of a processor's first cache
    private static final int EDGES_AT_ONCE = 4; // written without asking whether there are so many

    private final byte delimiter;
    private final long delimiters;
    private final long quotes;
    private final int fields;
    private final int[] fieldOfSlot;
    private final DialectScanner exact;

    private final int window; // edges that are enough to make records of
    private final int[] edges; // the one before the next record, and those after it
    private int edgeCount;
    private int breaksMarked; // those of the edges that are line breaks, but for the first

    // of the last byte marked, in bit 0
    private long open; // it is inside quotes: in all bits
    private long mayOpen; // a quote may follow: it is a delimiter, a line break or a closing quote
    private long mustEnd; // it is a closing quote

    /// Makes a scanner for records of one shape.
    ///
    /// @param dialect a plain one
    /// @param slotOfField for each field of a record, in file order, its slot in the block or -1
    RecordScanner(Dialect dialect, int[] slotOfField, Irregularities irregularities) {
        this.delimiter = (byte) dialect.delimiter();
        this.delimiters = ONES * (delimiter & 0xFF);
        this.quotes = ONES * (dialect.quote() & 0xFF);
        this.fields = slotOfField.length;
        this.fieldOfSlot = fieldOfSlot(slotOfField);
        this.window = Math.max(WINDOW, 2 * fields);
        this.edges = new int[1 + window + Long.SIZE + EDGES_AT_ONCE];
        this.exact = new DialectScanner(dialect, slotOfField, irregularities);
    }

    private static int[] fieldOfSlot(int[] slotOfField) {
        return IntStream.range(0, slotOfField.length)
                .filter(field -> slotOfField[field] >= 0)
                .boxed()
                .sorted(Comparator.comparingInt(field -> slotOfField[field]))
                .mapToInt(Integer::intValue)
                .toArray();
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

    /// Adds records to a block as long as they are regular: marks some thousand edges, makes records of them, and so
    /// on.
    ///
    /// @return where the first record begins that is not in the block; its complement (`~`) if it is irregular
    private int scanRegular(TextBlock block, int from, int to, int maxRows, boolean last) {
        edges[0] = from - 1;
        edgeCount = 1;
        breaksMarked = 0;
        open = 0;
        mayOpen = 1;
        mustEnd = 0;
        int marked = from;
        boolean regular = true;
        while (regular && marked < to && block.rows < maxRows) {
            long wanted = (long) (maxRows - block.rows) * (fields + 1);
            marked = mark(block.bytes, marked, to, (int) Math.min(window, wanted));
            regular = takeRecords(block, to, maxRows, last) && marked >= 0;
        }
        int recordStart = edges[0] + 1;
        return block.rows == maxRows || (regular && breaksMarked == 0) ? recordStart : ~recordStart;
    }

    /// Puts the edges of chunk after chunk behind those that are there, until there are enough.
    ///
    /// @return where the next chunk begins; its complement (`~`) if quotes are out of place in it
    private int mark(byte[] bytes, int from, int to, int enough) {
        int[] marks = edges;
        int count = edgeCount;
        int breaks = breaksMarked;
        long wasOpen = open;
        long mayOpenFirst = mayOpen;
        long mustEndFirst = mustEnd;
        boolean regular = true;
        int base = from;
        while (base < to && count <= enough) {
            long ends = 0;
            long quoted = 0;
            long controls = 0; // in no order
            for (int i = 0; i < Byte.SIZE; i++) {
                long word = (long) WORD.get(bytes, base + i * Long.BYTES);
                long ascii = ~word & HIGHS;
                long low = word & LOWS;
                long control = (low + FROM_LINE_FEED) & ~(low + ABOVE_CARRIAGE_RETURN) & ascii;
                long delimiterAt = ascii & ~((low ^ delimiters) + LOWS);
                long quoteAt = ascii & ~((low ^ quotes) + LOWS);
                ends |= gathered(control | delimiterAt) << (i * Byte.SIZE);
                quoted |= gathered(quoteAt) << (i * Byte.SIZE);
                controls |= control >>> i;
            }
            long inRange = to - base >= Long.SIZE ? -1L : -1L >>> (Long.SIZE - (to - base));
            quoted &= inRange;
            long inside = prefixXor(quoted) ^ wasOpen;
            long closing = quoted & ~inside;
            long edge = ends & inRange & ~inside;
            long misplaced = quoted & inside & ~((edge | closing) << 1 | mayOpenFirst);
            long textAfter = (closing << 1 | mustEndFirst) & inRange & ~(edge | quoted);
            if ((misplaced | textAfter) != 0) {
                regular = false;
                break;
            }
            wasOpen = inside >> (Long.SIZE - 1);
            mayOpenFirst = (edge | closing) >>> (Long.SIZE - 1);
            mustEndFirst = closing >>> (Long.SIZE - 1);

            breaks += Long.bitCount(controls);
            int found = Long.bitCount(edge);
            int at = count;
            do {
                for (int i = 0; i < EDGES_AT_ONCE; i++) {
                    marks[at + i] = base + Long.numberOfTrailingZeros(edge);
                    edge &= edge - 1;
                }
                at += EDGES_AT_ONCE;
            } while (edge != 0);
            count += found;
            base += Long.SIZE;
        }
        edgeCount = count;
        breaksMarked = breaks;
        open = wasOpen;
        mayOpen = mayOpenFirst;
        mustEnd = mustEndFirst;
        return regular ? base : ~base;
    }

    /// Makes records of the edges and forgets these; what is left begins with the edge before the next record. Every
    /// record must end with a line break and have none before; where there are as many as ends, that is so.
    ///
    /// @return false if the next record is irregular
    private boolean takeRecords(TextBlock block, int to, int maxRows, boolean last) {
        byte[] bytes = block.bytes;
        int[] marks = edges;
        int count = edgeCount;
        int width = fieldOfSlot.length;
        int firstRow = block.rows;
        block.makeRoom(firstRow + count / fields + 1);
        int[] recordStart = block.recordStart;
        int[] recordEnd = block.recordEnd;
        int[] cellStart = block.cellStart;
        int[] cellEnd = block.cellEnd;
        int breaks = 0;
        int row = firstRow;
        int before = 0; // index of the edge before the record
        boolean regular = true;
        while (row < maxRows && before + fields < count) {
            int endMark = before + fields;
            int end = marks[endMark] + 1;
            byte lineBreak = bytes[end - 1];
            if (lineBreak != '\n') {
                if (lineBreak != '\r') {
                    regular = false;
                    break;
                }
                if (end == to && !last) {
                    break; // a line feed may follow in the next block
                }
                if (end < to && bytes[end] == '\n') {
                    if (endMark + 1 == count) {
                        break; // not marked yet
                    }
                    endMark++;
                    end++;
                    breaks++;
                }
            }
            breaks++;
            for (int slot = 0, cell = row * width; slot < width; slot++, cell++) {
                int field = before + fieldOfSlot[slot];
                cellStart[cell] = marks[field] + 1;
                cellEnd[cell] = marks[field + 1];
            }
            recordStart[row] = marks[before] + 1;
            recordEnd[row] = end;
            row++;
            before = endMark;
        }
        block.rows = row;
        int left = breaks(bytes, before + 1, count);
        if (breaks + left != breaksMarked) {
            int checked = leaveOutBroken(block, firstRow);
            regular &= checked == before;
            before = checked;
            left = breaks(bytes, before + 1, count);
        }
        breaksMarked = left;
        edgeCount = count - before;
        System.arraycopy(marks, before, marks, 0, edgeCount);
        return regular;
    }

    /// How many edges in a range of indices are no delimiters.
    private int breaks(byte[] bytes, int from, int to) {
        int breaks = 0;
        for (int i = from; i < to; i++) {
            breaks += bytes[edges[i]] == delimiter ? 0 : 1;
        }
        return breaks;
    }

    /// Looks at every edge of the records just taken, and leaves out the first with a line break inside and all after
    /// it. Line breaks in quotes are no reason, but the usual one for coming here.
    ///
    /// @return index of the edge before the first record that is left out
    private int leaveOutBroken(TextBlock block, int firstRow) {
        int before = 0;
        for (int row = firstRow; row < block.rows; row++) {
            if (breaks(block.bytes, before + 1, before + fields) > 0) {
                block.rows = row;
                return before;
            }
            before += edges[before + fields] + 1 == block.recordEnd[row] ? fields : fields + 1; // CR and LF are two
        }
        return before;
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
