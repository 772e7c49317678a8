package dev.millrace.engine.parquet;

import dev.millrace.engine.block.Column;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.stats.Numbers;

import java.nio.charset.StandardCharsets;

/// A flat column as strategies see it. Null and NaN have no text and so are missing.
final class ParquetColumn implements Column {

    private final LeafValues values;
    private final CellValues cells;
    private final CodeCaches caches;

    ParquetColumn(LeafValues values, CellValues cells, CodeCaches caches) {
        this.values = values;
        this.cells = cells;
        this.caches = caches;
    }

    @Override
    public void encode(Categories categories, int[] codes) {
        CodeCache cache = caches.of(categories, values.dictionary);
        for (int row = 0; row < values.rows; row++) {
            codes[row] = code(categories, cache, row);
        }
    }

    @Override
    public int encode(Categories categories, int row) {
        return code(categories, caches.of(categories, values.dictionary), row);
    }

    private int code(Categories categories, CodeCache cache, int row) {
        if (values.isNull(row)) {
            return Categories.MISSING;
        }
        LeafDictionary dictionary = values.dictionary;
        if (dictionary != null) {
            int id = values.ids[row];
            int known = cache.ofId(id);
            return known != CodeCache.UNKNOWN ? known : cache.keepId(id, lookUp(categories, dictionary, id));
        }
        return switch (cells) {
            case CellValues.Utf8() -> categories.codeOf(values.pool, values.start[row], values.end[row]);
            case CellValues.OfBytes(CellValues.BytesText text) ->
                    lookUp(categories, text.of(values.pool, values.start[row], values.end[row]));
            case CellValues.OfBits(var text, _) -> {
                long bits = values.bits[row];
                int known = cache.ofBits(bits);
                yield known != CodeCache.UNKNOWN ? known : cache.keepBits(bits, lookUp(categories, text.apply(bits)));
            }
        };
    }

    private int lookUp(Categories categories, LeafDictionary dictionary, int id) {
        return switch (cells) {
            case CellValues.Utf8() -> {
                byte[] bytes = dictionary.bytes(id).getBytesUnsafe();
                yield categories.codeOf(bytes, 0, bytes.length);
            }
            case CellValues.OfBytes _, CellValues.OfBits _ -> lookUp(categories, text(dictionary, id));
        };
    }

    private static int lookUp(Categories categories, String text) {
        byte[] bytes = CellValues.bytes(text);
        return categories.codeOf(bytes, 0, bytes.length);
    }

    @Override
    public double number(int row) {
        if (values.isNull(row)) {
            return Double.NaN;
        }
        return switch (cells) {
            case CellValues.OfBits(_, var number) -> number.applyAsDouble(values.bits(row));
            case CellValues.OfBytes _ -> Numbers.parse(text(row));
            case CellValues.Utf8() -> {
                LeafDictionary dictionary = values.dictionary;
                if (dictionary == null) {
                    yield Numbers.parse(values.pool, values.start[row], values.end[row]);
                }
                byte[] bytes = dictionary.bytes(values.ids[row]).getBytesUnsafe();
                yield Numbers.parse(bytes, 0, bytes.length);
            }
        };
    }

    @Override
    public String text(int row) {
        if (values.isNull(row)) {
            return "";
        }
        LeafDictionary dictionary = values.dictionary;
        if (dictionary != null) {
            return text(dictionary, values.ids[row]);
        }
        return switch (cells) {
            case CellValues.OfBits(var text, _) -> text.apply(values.bits[row]);
            case CellValues.OfBytes(var text) -> text.of(values.pool, values.start[row], values.end[row]);
            case CellValues.Utf8() ->
                    new String(
                            values.pool,
                            values.start[row],
                            values.end[row] - values.start[row],
                            StandardCharsets.UTF_8);
        };
    }

    private String text(LeafDictionary dictionary, int id) {
        return switch (cells) {
            case CellValues.OfBits(var text, _) -> text.apply(dictionary.bits(id));
            case CellValues.OfBytes(var text) -> {
                byte[] bytes = dictionary.bytes(id).getBytesUnsafe();
                yield text.of(bytes, 0, bytes.length);
            }
            case CellValues.Utf8() -> new String(dictionary.bytes(id).getBytesUnsafe(), StandardCharsets.UTF_8);
        };
    }
}
