package dev.millrace.engine.jsonlines;

import dev.millrace.engine.block.CellBytes;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.stats.Numbers;

import java.nio.charset.StandardCharsets;

/// A column of a [JsonBlock]. A text is its characters; a number, `true`, `false`, an object or an array is its
/// notation; `null` and an absent key are empty.
final class JsonColumn implements Column {

    private final JsonBlock block;
    private final int slot;
    private byte[] unescaped = new byte[64];

    JsonColumn(JsonBlock block, int slot) {
        this.block = block;
        this.slot = slot;
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
        return switch (block.kind[cell]) {
            case JsonBlock.TEXT -> categories.codeOf(block.bytes, from + 1, to - 1);
            case JsonBlock.NOTATION -> categories.codeOf(block.bytes, from, to);
            case JsonBlock.ESCAPED_TEXT -> {
                int length = unescape(from + 1, to - 1);
                yield categories.codeOf(unescaped, 0, length);
            }
            default -> Categories.MISSING;
        };
    }

    @Override
    public double number(int row) {
        int cell = row * block.width + slot;
        int from = block.cellStart[cell];
        int to = block.cellEnd[cell];
        return switch (block.kind[cell]) {
            case JsonBlock.TEXT -> Numbers.parse(block.bytes, from + 1, to - 1);
            case JsonBlock.NOTATION -> Numbers.parse(block.bytes, from, to);
            case JsonBlock.ESCAPED_TEXT -> {
                int length = unescape(from + 1, to - 1);
                yield Numbers.parse(unescaped, 0, length);
            }
            default -> Double.NaN;
        };
    }

    @Override
    public void read(int row, CellBytes cellBytes) {
        int cell = row * block.width + slot;
        int from = block.cellStart[cell];
        int to = block.cellEnd[cell];
        switch (block.kind[cell]) {
            case JsonBlock.TEXT -> cellBytes.set(block.bytes, from + 1, to - 1);
            case JsonBlock.NOTATION -> cellBytes.set(block.bytes, from, to);
            case JsonBlock.ESCAPED_TEXT -> {
                int length = unescape(from + 1, to - 1);
                cellBytes.set(unescaped, 0, length);
            }
            default -> cellBytes.set(unescaped, 0, 0);
        }
    }

    @Override
    public String text(int row) {
        int cell = row * block.width + slot;
        int from = block.cellStart[cell];
        int to = block.cellEnd[cell];
        return switch (block.kind[cell]) {
            case JsonBlock.TEXT -> new String(block.bytes, from + 1, to - from - 2, StandardCharsets.UTF_8);
            case JsonBlock.NOTATION -> new String(block.bytes, from, to - from, StandardCharsets.UTF_8);
            case JsonBlock.ESCAPED_TEXT -> {
                int length = unescape(from + 1, to - 1);
                yield new String(unescaped, 0, length, StandardCharsets.UTF_8);
            }
            default -> "";
        };
    }

    private int unescape(int from, int to) {
        if (unescaped.length < to - from) {
            unescaped = new byte[to - from];
        }
        return JsonText.unescape(block.bytes, from, to, unescaped);
    }
}
