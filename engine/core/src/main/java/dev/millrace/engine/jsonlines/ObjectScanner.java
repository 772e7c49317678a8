package dev.millrace.engine.jsonlines;

import dev.millrace.engine.jsonlines.Key.ColumnName;

import java.util.Arrays;

/// Finds in one object, for each key that somebody looks at, the byte range of its value: the kernel of every JSON
/// scan. The object's own keys must differ, compared without escapes; objects inside its values are only passed over.
final class ObjectScanner {

    private final KeyTable keys;
    private final ValueScanner values;
    private final long blanks;
    private long objects; // scanned so far

    ObjectScanner(KeyTable keys, Framing framing) {
        this.keys = keys;
        this.blanks = framing.blanks();
        this.values = new ValueScanner(blanks);
    }

    /// Where and what the fault is, after [ValueScanner#NONE] was returned.
    ValueScanner values() {
        return values;
    }

    /// Fills a row of a block.
    ///
    /// @param from where the object begins
    /// @return where it ends, or [ValueScanner#NONE]
    int scan(JsonBlock block, int row, int from) {
        byte[] bytes = block.bytes;
        int cells = row * block.width;
        Arrays.fill(block.kind, cells, cells + block.width, JsonBlock.ABSENT);
        objects++;
        int at = Framing.skip(bytes, from + 1, blanks);
        if (bytes[at] == '}') {
            block.membersEnd[row] = from + 1;
            return at + 1;
        }
        Key previous = keys.start();
        while (true) {
            if (bytes[at] != '"') {
                return values.fail(Fault.KEY, at);
            }
            Key key = previous.next;
            if (key == null || !key.isAt(bytes, at + 1)) {
                int end = values.endOfText(bytes, at);
                if (end == ValueScanner.NONE) {
                    return ValueScanner.NONE;
                }
                key = keys.find(bytes, at + 1, end - 1);
                if (key == null) {
                    return values.fail(Fault.TOO_MANY_KEYS, at);
                }
                previous.next = key;
            }
            ColumnName column = key.column;
            if (column.seenIn == objects || column.slot == KeyTable.REFUSED) {
                return values.fail(column.seenIn == objects ? Fault.DUPLICATE : Fault.UNKNOWN_KEY, at);
            }
            column.seenIn = objects;
            at += key.length + 2;
            if (bytes[at] != ':') {
                at = Framing.skip(bytes, at, blanks);
                if (bytes[at] != ':') {
                    return values.fail(Fault.COLON, at);
                }
            }
            int start = Framing.skip(bytes, at + 1, blanks);
            at = values.endOfValue(bytes, start);
            if (at == ValueScanner.NONE) {
                return ValueScanner.NONE;
            }
            if (column.slot >= 0) {
                keep(block, cells + column.slot, start, at);
            }
            int end = at;
            at = Framing.skip(bytes, at, blanks);
            if (bytes[at] == '}') {
                block.membersEnd[row] = end;
                return at + 1;
            }
            if (bytes[at] != ',') {
                return values.fail(Fault.COMMA_OR_BRACE, at);
            }
            at = Framing.skip(bytes, at + 1, blanks);
            previous = key;
        }
    }

    /// Keeps where a value lies.
    private void keep(JsonBlock block, int cell, int from, int to) {
        block.cellStart[cell] = from;
        block.cellEnd[cell] = to;
        block.kind[cell] =
                switch (block.bytes[from]) {
                    case '"' -> values.escaped() ? JsonBlock.ESCAPED_TEXT : JsonBlock.TEXT;
                    case 'n' -> JsonBlock.NULL;
                    default -> JsonBlock.NOTATION;
                };
    }
}
