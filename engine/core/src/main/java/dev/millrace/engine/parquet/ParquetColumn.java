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
        if (values.dictionary != null && !values.holdsValues) {
            encodeIds(categories, cache, values.dictionary, codes);
            return;
        }
        for (int row = 0; row < values.rows; row++) {
            codes[row] = code(categories, cache, row);
        }
    }

    private void encodeIds(Categories categories, CodeCache cache, LeafDictionary dictionary, int[] codes) {
        int[] ids = values.ids;
        int[] known = cache.codesOfIds();
        for (int row = 0; row < values.rows; row++) {
            if (values.isNull(row)) {
                codes[row] = Categories.MISSING;
                continue;
            }
            int code = known[ids[row]];
            codes[row] =
                    code == CodeCache.UNKNOWN ? cache.keepId(ids[row], lookUp(categories, dictionary, ids[row])) : code;
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
        LeafDictionary dictionary = values.dictionaryOf(row);
        if (dictionary != null) {
            int id = values.ids[row];
            int known = cache.ofId(id);
            return known != CodeCache.UNKNOWN ? known : cache.keepId(id, lookUp(categories, dictionary, id));
        }
        return switch (cells) {
            case CellValues.Utf8() -> categories.codeOf(values.pool, values.start[row], values.end[row]);
            case CellValues.OfBytes(CellValues.BytesText text) ->
                    lookUp(categories, text.of(values.pool, values.start[row], values.end[row]));
            case CellValues.OfBits(var text, var number) -> {
                long bits = values.bits[row];
                if (categories.isSurelyFull(number.applyAsDouble(bits))) {
                    yield Categories.FULL;
                }
                int known = cache.ofBits(bits);
                yield known != CodeCache.UNKNOWN ? known : cache.keepBits(bits, lookUp(categories, text.apply(bits)));
            }
        };
    }

    private int lookUp(Categories categories, LeafDictionary dictionary, int id) {
        return switch (cells) {
            case CellValues.Utf8() -> {
                LeafValues entries = dictionary.entries();
                yield categories.codeOf(entries.pool, entries.start[id], entries.end[id]);
            }
            case CellValues.OfBytes _, CellValues.OfBits _ -> lookUp(categories, text(dictionary.entries(), id));
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
                LeafDictionary dictionary = values.dictionaryOf(row);
                LeafValues holder = dictionary == null ? values : dictionary.entries();
                int slot = dictionary == null ? row : values.ids[row];
                yield Numbers.parse(holder.pool, holder.start[slot], holder.end[slot]);
            }
        };
    }

    @Override
    public String text(int row) {
        if (values.isNull(row)) {
            return "";
        }
        LeafDictionary dictionary = values.dictionaryOf(row);
        return dictionary == null ? text(values, row) : text(dictionary.entries(), values.ids[row]);
    }

    private String text(LeafValues holder, int slot) {
        return switch (cells) {
            case CellValues.OfBits(var text, _) -> text.apply(holder.bits[slot]);
            case CellValues.OfBytes(var text) -> text.of(holder.pool, holder.start[slot], holder.end[slot]);
            case CellValues.Utf8() ->
                    new String(
                            holder.pool,
                            holder.start[slot],
                            holder.end[slot] - holder.start[slot],
                            StandardCharsets.UTF_8);
        };
    }
}
