package dev.millrace.engine.text;

import dev.millrace.engine.block.CellBytes;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.stats.Numbers;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A column of a [TextBlock]: cells without their quotes.
final class TextColumn implements Column {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;

    private final TextBlock block;
    private final int slot;
    private final byte quote;
    private final long quotes;
    private final boolean literal; // a cell's bytes are its value unless it is in quotes
    private final CellReader reader;

    TextColumn(TextBlock block, int slot) {
        this.block = block;
        this.slot = slot;
        this.quote = (byte) block.dialect.quote();
        this.quotes = ONES * (quote & 0xFF);
        this.literal = CellReader.isLiteral(block.dialect);
        this.reader = new CellReader(block.dialect);
    }

    @Override
    public void encode(Categories categories, int[] codes) {
        byte[] bytes = block.bytes;
        int[] cellStart = block.cellStart;
        int[] cellEnd = block.cellEnd;
        int rows = block.rows;
        int width = block.width;
        for (int row = 0, cell = slot; row < rows; row++, cell += width) {
            int from = cellStart[cell];
            int to = cellEnd[cell];
            codes[row] =
                    isValue(bytes, from, to) ? categories.codeOf(bytes, from, to) : encodeQuoted(categories, from, to);
        }
    }

    @Override
    public int encode(Categories categories, int row) {
        int cell = row * block.width + slot;
        int from = block.cellStart[cell];
        int to = block.cellEnd[cell];
        return isValue(block.bytes, from, to)
                ? categories.codeOf(block.bytes, from, to)
                : encodeQuoted(categories, from, to);
    }

    private int encodeQuoted(Categories categories, int from, int to) {
        byte[] bytes = block.bytes;
        if (literal && !hasQuote(bytes, from + 1, to - 1)) {
            return categories.codeOf(bytes, from + 1, to - 1);
        }
        reader.read(bytes, from, to);
        return categories.codeOf(reader.value(), 0, reader.length());
    }

    @Override
    public double number(int row) {
        int cell = row * block.width + slot;
        int from = block.cellStart[cell];
        int to = block.cellEnd[cell];
        if (isValue(block.bytes, from, to)) {
            return Numbers.parse(block.bytes, from, to);
        }
        reader.read(block.bytes, from, to);
        return Numbers.parse(reader.value(), 0, reader.length());
    }

    @Override
    public void read(int row, CellBytes cellBytes) {
        int cell = row * block.width + slot;
        int from = block.cellStart[cell];
        int to = block.cellEnd[cell];
        if (isValue(block.bytes, from, to)) {
            cellBytes.set(block.bytes, from, to);
        } else {
            reader.read(block.bytes, from, to);
            cellBytes.set(reader.value(), 0, reader.length());
        }
    }

    @Override
    public String text(int row) {
        int cell = row * block.width + slot;
        int from = block.cellStart[cell];
        int to = block.cellEnd[cell];
        if (isValue(block.bytes, from, to)) {
            return new String(block.bytes, from, to - from, StandardCharsets.UTF_8);
        }
        reader.read(block.bytes, from, to);
        return new String(reader.value(), 0, reader.length(), StandardCharsets.UTF_8);
    }

    private boolean isValue(byte[] bytes, int from, int to) {
        return literal && (to - from < 2 || bytes[from] != quote);
    }

    /// Looks at eight bytes at once, beyond the cell too: the block ends with a padding.
    private boolean hasQuote(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at += Long.BYTES) {
            long other = (long) WORD.get(bytes, at) ^ quotes;
            long found = (other - ONES) & ~other & HIGHS; // the lowest is a true match
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3) < to;
            }
        }
        return false;
    }
}
