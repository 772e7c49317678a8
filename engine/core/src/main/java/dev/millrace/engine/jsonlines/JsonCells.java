package dev.millrace.engine.jsonlines;

import dev.millrace.engine.block.Replacements;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/// Keys and values as JSON, each made once.
///
/// A number that a strategy writes is a JSON number in its shortest form; infinity, for which JSON has none, is the
/// text `"inf"` or `"-inf"`, which reads back as the same number. A text that a strategy writes is a JSON text.
///
/// A value of another format is a JSON number, its digits untouched, if it is written exactly as JSON writes numbers
/// (`27`, `1.50`, but not `007`, `+1` or `inf`), `null` if it is missing, else a text.
final class JsonCells {

    static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final byte[][] keys; // each with its colon
    private final IdentityHashMap<Replacements, byte[][]> replacements = new IdentityHashMap<>();
    private final ValueScanner numbers = new ValueScanner(0);

    JsonCells(List<String> columns) {
        keys = columns.stream().map(JsonCells::key).toArray(byte[][]::new);
    }

    private static byte[] key(String name) {
        byte[] quoted = JsonText.quoted(name);
        byte[] key = Arrays.copyOf(quoted, quoted.length + 1);
        key[quoted.length] = ':';
        return key;
    }

    int columns() {
        return keys.length;
    }

    /// The key of a column and a colon.
    byte[] key(int column) {
        return keys[column];
    }

    /// The new values of an edit, by choice; the list may have grown since the last block.
    byte[][] values(Replacements list) {
        byte[][] made = replacements.getOrDefault(list, new byte[0][]);
        int known = made.length;
        if (known < list.size()) {
            made = Arrays.copyOf(made, list.size());
            for (int i = known; i < made.length; i++) {
                made[i] = value(list, i);
            }
            replacements.put(list, made);
        }
        return made;
    }

    private static byte[] value(Replacements list, int index) {
        boolean number = list.isNumber(index) && !Double.isInfinite(list.number(index));
        return number ? list.text(index).getBytes(StandardCharsets.US_ASCII) : JsonText.quoted(list.text(index));
    }

    /// A value of another format, in UTF-8 and not missing.
    byte[] value(byte[] text) {
        return isNumber(text) ? text : JsonText.quoted(text);
    }

    private boolean isNumber(byte[] text) {
        if (text.length == 0 || (text[0] != '-' && (text[0] < '0' || text[0] > '9'))) {
            return false;
        }
        byte[] padded = Arrays.copyOf(text, text.length + ValueScanner.PADDING);
        return numbers.endOfNumber(padded, 0) == text.length;
    }
}
