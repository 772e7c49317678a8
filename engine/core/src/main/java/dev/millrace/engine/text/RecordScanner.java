package dev.millrace.engine.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds records and cells of delimited text, eight bytes at a time: the kernel of every text scan.
///
/// Each word of eight bytes is compared with the delimiter, the quote and the line breaks at once (SWAR; "haszero",
/// Anderson, *Bit Twiddling Hacks*), which leaves one bit per byte that may matter. Quoted cells take the same path:
/// while a quote is open only quotes matter. A bit may be set above a true match by its borrow; the byte itself
/// decides.
///
/// RFC 4180, with line breaks LF, CRLF and CR. A quote inside an unquoted cell is a plain character. Dialects that have
/// more to them are for [DialectScanner].
final class RecordScanner implements RecordFinder {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long CONTROLS = ONES * 14; // line feed is 10, carriage return 13

    private final byte delimiter;
    private final byte quote;
    private final long delimiters;
    private final long quotes;
    private final int fields;
    private final int[] slotOfField;
    private final Irregularities irregularities;

    /// Makes a scanner for records of one shape.
    ///
    /// @param slotOfField for each field of a record, in file order, its slot in the block or -1
    RecordScanner(byte delimiter, byte quote, int[] slotOfField, Irregularities irregularities) {
        this.delimiter = delimiter;
        this.quote = quote;
        this.delimiters = ONES * (delimiter & 0xFF);
        this.quotes = ONES * (quote & 0xFF);
        this.fields = slotOfField.length;
        this.slotOfField = slotOfField.clone();
        this.irregularities = irregularities;
    }

    @Override
    public int scan(TextBlock block, int from, int to, int maxRows, boolean last) {
        byte[] bytes = block.bytes;
        int width = block.width;
        block.rows = 0;
        int rows = 0;
        int recordStart = from;
        int fieldStart = from;
        int field = 0;
        int skip = -1; // a byte already dealt with: second of a doubled quote, line feed of CRLF
        boolean open = false; // inside quotes
        int closedAt = -1; // closing quote of the current field
        boolean wasQuoted = false; // the current field began with a quote
        boolean badQuote = false;
        int badField = 0;

        for (int base = from; base < to; base += Long.BYTES) {
            long hits = candidates((long) WORD.get(bytes, base));
            while (hits != 0) {
                int at = base + (Long.numberOfTrailingZeros(hits) >>> 3);
                hits &= hits - 1;
                if (at >= to) {
                    break;
                }
                if (at == skip) {
                    continue;
                }
                byte character = bytes[at];
                if (open) {
                    if (character == quote) {
                        if (at + 1 < to && bytes[at + 1] == quote) {
                            skip = at + 1;
                        } else {
                            open = false;
                            closedAt = at;
                        }
                    }
                    continue;
                }
                if (character == delimiter) {
                    if (wasQuoted) {
                        if (closedAt != at - 1 && !badQuote) {
                            badQuote = true;
                            badField = field;
                        }
                        wasQuoted = false;
                    }
                    if (field < fields) {
                        int slot = slotOfField[field];
                        if (slot >= 0) {
                            block.cellStart[rows * width + slot] = fieldStart;
                            block.cellEnd[rows * width + slot] = at;
                        }
                    }
                    field++;
                    fieldStart = at + 1;
                } else if (character == '\n' || character == '\r') {
                    int end = at + 1;
                    if (character == '\r') {
                        if (end == to && !last) {
                            break; // a line feed may follow in the next block
                        }
                        if (end < to && bytes[end] == '\n') {
                            skip = end;
                            end++;
                        }
                    }
                    boolean blank = at == recordStart && fields > 1;
                    if (!blank) {
                        if (wasQuoted && closedAt != at - 1 && !badQuote) {
                            badQuote = true;
                            badField = field;
                        }
                        if (badQuote) {
                            irregularities.textAfterQuote(recordStart, end, badField);
                        } else if (field != fields - 1) {
                            irregularities.fieldCount(recordStart, end, field + 1);
                        } else {
                            int slot = slotOfField[field];
                            if (slot >= 0) {
                                block.cellStart[rows * width + slot] = fieldStart;
                                block.cellEnd[rows * width + slot] = at;
                            }
                            block.recordStart[rows] = recordStart;
                            block.recordEnd[rows] = end;
                            if (++rows == block.recordStart.length) {
                                block.grow();
                            }
                        }
                    }
                    recordStart = end;
                    if (rows == maxRows) {
                        block.rows = rows;
                        return recordStart;
                    }
                    fieldStart = end;
                    field = 0;
                    wasQuoted = false;
                    badQuote = false;
                } else if (character == quote && at == fieldStart) {
                    open = true;
                    wasQuoted = true;
                }
            }
        }
        block.rows = rows;
        return recordStart;
    }

    private long candidates(long word) {
        long delimiterAt = word ^ delimiters;
        long quoteAt = word ^ quotes;
        return (((delimiterAt - ONES) & ~delimiterAt) | ((quoteAt - ONES) & ~quoteAt) | ((word - CONTROLS) & ~word))
                & HIGHS;
    }
}
