package dev.millrace.engine.jsonlines;

import dev.millrace.engine.jsonlines.Key.ColumnName;
import dev.millrace.engine.stats.Categories;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// The keys that a shard's objects have had so far, by their bytes. A key is decoded once, when it is new.
final class KeyTable {

    /// Most ways in which keys are written.
    static final int MOST_KEYS = 1 << 16;

    /// Slot of a key that nobody looks at.
    static final int PASSED = -1;

    /// Slot of a key that must not be there.
    static final int REFUSED = -2;

    private static final int MOST_BYTES = 16 << 20;

    private final ToIntFunction<String> slots;
    private final Categories written = new Categories(List.of(), MOST_KEYS);
    private final List<Key> keys = new ArrayList<>(); // by code
    private final Map<String, ColumnName> columns = new LinkedHashMap<>();
    private final Key start; // its successor is the first key of the last row
    private @Nullable Key empty; // the code of an empty key is that of a missing value
    private int bytesKept;

    /// Makes an empty table.
    ///
    /// @param slots the slot for each column name, or PASSED, or REFUSED
    KeyTable(ToIntFunction<String> slots) {
        this.slots = slots;
        start = new Key(new ColumnName("", PASSED), new byte[0]);
    }

    /// The columns in the order in which they appeared.
    List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /// Stands before the first key of every row.
    Key start() {
        return start;
    }

    /// The key that lies, without its quotes, in a range of bytes; null if there are too many.
    @Nullable Key find(byte[] bytes, int from, int to) {
        int code = written.codeOf(bytes, from, to);
        if (code >= 0 && code < keys.size()) {
            return keys.get(code);
        }
        if (code == Categories.MISSING && empty != null) {
            return empty;
        }
        bytesKept += to - from;
        if (code == Categories.FULL || bytesKept > MOST_BYTES) {
            return null;
        }
        Key key = decode(Arrays.copyOfRange(bytes, from, to));
        if (code == Categories.MISSING) {
            empty = key;
        } else {
            keys.add(key);
        }
        return key;
    }

    private Key decode(byte[] key) {
        byte[] unescaped = new byte[key.length];
        int length = JsonText.unescape(key, 0, key.length, unescaped);
        String name = new String(unescaped, 0, length, StandardCharsets.UTF_8).replace("__DOT__", ".");
        return new Key(columns.computeIfAbsent(name, this::column), key);
    }

    private ColumnName column(String name) {
        return new ColumnName(name, slots.applyAsInt(name));
    }
}
