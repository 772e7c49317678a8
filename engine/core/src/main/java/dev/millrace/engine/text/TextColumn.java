package dev.millrace.engine.text;

import dev.millrace.engine.block.Column;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.stats.Numbers;

import java.nio.charset.StandardCharsets;

/// A column of a [TextBlock]: cells without their quotes.
final class TextColumn implements Column {

    private final TextBlock block;
    private final int slot;
    private final byte quote;
    private byte[] unescaped = new byte[64];

    TextColumn(TextBlock block, int slot) {
        this.block = block;
        this.slot = slot;
        this.quote = (byte) block.dialect.quote();
    }

    @Override
    public void encode(Categories categories, int[] codes) {
        int rows = block.rows;
        for (int row = 0; row < rows; row++) {
            codes[row] = encode(categories, row);
        }
    }

    @Override
    public int encode(Categories categories, int row) {
        int cell = row * block.width + slot;
        int from = block.cellStart[cell];
        int to = block.cellEnd[cell];
        byte[] bytes = block.bytes;
        if (to - from < 2 || bytes[from] != quote) {
            return categories.codeOf(bytes, from, to);
        }
        if (!hasQuote(bytes, from + 1, to - 1)) {
            return categories.codeOf(bytes, from + 1, to - 1);
        }
        int length = unescape(bytes, from + 1, to - 1);
        return categories.codeOf(unescaped, 0, length);
    }

    @Override
    public double number(int row) {
        int cell = row * block.width + slot;
        int from = block.cellStart[cell];
        int to = block.cellEnd[cell];
        if (to - from < 2 || block.bytes[from] != quote) {
            return Numbers.parse(block.bytes, from, to);
        }
        int length = unescape(block.bytes, from + 1, to - 1);
        return Numbers.parse(unescaped, 0, length);
    }

    @Override
    public String text(int row) {
        int cell = row * block.width + slot;
        int from = block.cellStart[cell];
        int to = block.cellEnd[cell];
        if (to - from < 2 || block.bytes[from] != quote) {
            return new String(block.bytes, from, to - from, StandardCharsets.UTF_8);
        }
        int length = unescape(block.bytes, from + 1, to - 1);
        return new String(unescaped, 0, length, StandardCharsets.UTF_8);
    }

    private boolean hasQuote(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == quote) {
                return true;
            }
        }
        return false;
    }

    /// Copies a quoted cell's content with each doubled quote made one.
    private int unescape(byte[] bytes, int from, int to) {
        if (unescaped.length < to - from) {
            unescaped = new byte[to - from];
        }
        int length = 0;
        for (int at = from; at < to; at++) {
            unescaped[length++] = bytes[at];
            if (bytes[at] == quote && at + 1 < to && bytes[at + 1] == quote) {
                at++;
            }
        }
        return length;
    }
}
