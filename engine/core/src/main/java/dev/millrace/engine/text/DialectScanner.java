package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds records and cells of any dialect, eight bytes at a time: with an escape character, comments, blanks after the
/// delimiter or no quotes, and whatever is wrong with a record. What these cost is paid here only; [RecordScanner] is
/// for records of plain dialects that are as they should be.
///
/// Each word of eight bytes is compared with all characters that have a meaning at once (SWAR; "haszero", Anderson,
/// *Bit Twiddling Hacks*), which leaves one bit per byte that may matter. A bit may be set above a true match by its
/// borrow; the byte itself decides. A quote inside an unquoted cell is a plain character.
final class DialectScanner implements RecordFinder {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long CONTROLS = ONES * 14; // line feed is 10, carriage return 13

    private final byte delimiter;
    private final byte quote;
    private final byte escape;
    private final byte comment;
    private final boolean skipBlanks;
    private final long delimiters;
    private final long quotes;
    private final long escapes;
    private final int fields;
    private final int[] slotOfField;
    private final Irregularities irregularities;

    // where the scan is in the current record
    private int rows;
    private int recordStart;
    private int fieldStart;
    private int field;
    private boolean open; // inside quotes
    private boolean quoted; // the current field began with a quote
    private int closedAt; // its closing quote
    private int badField; // the first field with text after its closing quote, or -1

    /// Makes a scanner for records of one shape. A character that the dialect does not have is NUL, which text does not
    /// have either: a NUL makes its row a bad one wherever it is taken for.
    ///
    /// @param slotOfField for each field of a record, in file order, its slot in the block or -1
    DialectScanner(Dialect dialect, int[] slotOfField, Irregularities irregularities) {
        this.delimiter = (byte) dialect.delimiter();
        this.quote = (byte) dialect.quote();
        this.escape = (byte) dialect.escape();
        this.comment = (byte) dialect.comment();
        this.skipBlanks = dialect.skipInitialSpace();
        this.delimiters = ONES * (delimiter & 0xFF);
        this.quotes = ONES * (quote & 0xFF);
        this.escapes = ONES * (escape & 0xFF);
        this.fields = slotOfField.length;
        this.slotOfField = slotOfField.clone();
        this.irregularities = irregularities;
    }

    @Override
    public int scan(TextBlock block, int from, int to, int maxRows, boolean last) {
        block.rows = 0;
        return scanOn(block, from, to, maxRows, last);
    }

    /// As [#scan], but keeps the records that are in the block already.
    int scanOn(TextBlock block, int from, int to, int maxRows, boolean last) {
        byte[] bytes = block.bytes;
        rows = block.rows;
        int skipTo = from; // candidates before this are dealt with
        boolean inComment = beginRecord(bytes, from, to);
        for (int base = from; base < to; base += Long.BYTES) {
            long hits = candidates((long) WORD.get(bytes, base));
            while (hits != 0) {
                int at = base + (Long.numberOfTrailingZeros(hits) >>> 3);
                hits &= hits - 1;
                if (at >= to) {
                    break;
                }
                if (at < skipTo) {
                    continue;
                }
                byte character = bytes[at];
                if (character == Dialect.NONE) {
                    continue;
                }
                boolean lineBreak = character == '\n' || character == '\r';
                if (inComment && !lineBreak) {
                    continue;
                }
                if (character == escape && !inComment) {
                    boolean pair = at + 2 < to && bytes[at + 1] == '\r' && bytes[at + 2] == '\n';
                    skipTo = at + (pair ? 3 : 2);
                } else if (open) {
                    if (character == quote) {
                        if (at + 1 < to && bytes[at + 1] == quote) {
                            skipTo = at + 2;
                        } else {
                            open = false;
                            closedAt = at;
                        }
                    }
                } else if (character == delimiter) {
                    endField(block, at);
                    field++;
                    beginField(bytes, at + 1, to);
                } else if (lineBreak) {
                    int end = at + 1;
                    if (character == '\r') {
                        if (end == to && !last) {
                            break; // a line feed may follow in the next block
                        }
                        if (end < to && bytes[end] == '\n') {
                            end++;
                        }
                    }
                    skipTo = end;
                    boolean blank = at == recordStart && fields > 1;
                    if (!inComment && !blank) {
                        endRecord(block, at, end);
                    }
                    inComment = beginRecord(bytes, end, to);
                    if (rows == maxRows) {
                        block.rows = rows;
                        return recordStart;
                    }
                } else if (character == quote && at == fieldStart) {
                    open = true;
                    quoted = true;
                }
            }
        }
        block.rows = rows;
        return recordStart;
    }

    /// @return whether the line is a comment
    private boolean beginRecord(byte[] bytes, int at, int to) {
        recordStart = at;
        field = 0;
        badField = -1;
        beginField(bytes, at, to);
        return comment != Dialect.NONE && at < to && bytes[at] == comment;
    }

    private void beginField(byte[] bytes, int at, int to) {
        fieldStart = at;
        while (skipBlanks && fieldStart < to && bytes[fieldStart] == ' ') {
            fieldStart++;
        }
        open = false;
        quoted = false;
        closedAt = -1;
    }

    private void endField(TextBlock block, int at) {
        if (quoted && closedAt != at - 1 && badField < 0) {
            badField = field;
        }
        int slot = field < fields ? slotOfField[field] : -1;
        if (slot >= 0) {
            int cell = rows * block.width + slot;
            block.cellStart[cell] = Math.min(fieldStart, at);
            block.cellEnd[cell] = at;
        }
    }

    private void endRecord(TextBlock block, int at, int end) {
        endField(block, at);
        if (badField >= 0) {
            irregularities.textAfterQuote(recordStart, end, badField);
        } else if (field != fields - 1) {
            irregularities.fieldCount(recordStart, end, field + 1);
        } else {
            block.recordStart[rows] = recordStart;
            block.recordEnd[rows] = end;
            if (++rows == block.recordStart.length) {
                block.makeRoom(rows + 1);
            }
        }
    }

    private long candidates(long word) {
        long delimiterAt = word ^ delimiters;
        long quoteAt = word ^ quotes;
        long escapeAt = word ^ escapes;
        return (((delimiterAt - ONES) & ~delimiterAt)
                        | ((quoteAt - ONES) & ~quoteAt)
                        | ((escapeAt - ONES) & ~escapeAt)
                        | ((word - CONTROLS) & ~word))
                & HIGHS;
    }
}
