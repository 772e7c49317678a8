package dev.millrace.engine.jsonlines;

import dev.millrace.engine.block.CellBytes;
import dev.millrace.engine.block.Replacements;

import java.io.IOException;
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
    private final byte[] escape = new byte[JsonText.MOST_ESCAPE_BYTES];

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
        return isNumber(text, 0, text.length) ? text : JsonText.quoted(text);
    }

    /// Writes a value of another format, in UTF-8 and not missing.
    void put(RowOutput output, CellBytes cell) throws IOException {
        byte[] bytes = cell.bytes();
        int to = cell.to();
        if (isNumber(bytes, cell.from(), to)) {
            output.put(bytes, cell.from(), to);
            return;
        }
        output.put('"');
        int next = cell.from();
        for (int at = next; at < to; at++) {
            if (JsonText.needsEscape(bytes[at])) {
                output.put(bytes, next, at);
                output.put(escape, 0, JsonText.escaped(bytes[at], escape, 0));
                next = at + 1;
            }
        }
        output.put(bytes, next, to);
        output.put('"');
    }

    /// Whether a range is a number as RFC 8259 has it.
    private static boolean isNumber(byte[] text, int from, int to) {
        int at = from < to && text[from] == '-' ? from + 1 : from;
        int whole = at;
        at = at < to && text[at] == '0' ? at + 1 : endOfDigits(text, at, to);
        if (at == whole) {
            return false;
        }
        if (at < to && text[at] == '.') {
            int fraction = at + 1;
            at = endOfDigits(text, fraction, to);
            if (at == fraction) {
                return false;
            }
        }
        if (at < to && (text[at] | 0x20) == 'e') {
            int exponent = at + 1;
            exponent += exponent < to && (text[exponent] == '+' || text[exponent] == '-') ? 1 : 0;
            at = endOfDigits(text, exponent, to);
            if (at == exponent) {
                return false;
            }
        }
        return at == to;
    }

    private static int endOfDigits(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at;
    }
}
