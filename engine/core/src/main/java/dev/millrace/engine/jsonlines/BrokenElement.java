package dev.millrace.engine.jsonlines;

/// Finds where an element of an array ends that is no sound object: by its braces, brackets and quotes, or because it
/// is another value. It must be clear: what follows is a comma or the end of the array, not too far away.
final class BrokenElement {

    /// Returned when the end may lie in bytes not yet read.
    static final int NOT_YET = -1;

    /// Returned when the end cannot be told.
    static final int LOST = -2;

    private static final int MOST_BYTES = 1 << 20;
    private static final long BLANKS = Framing.ARRAY.blanks();

    private final ValueScanner values;

    BrokenElement(ValueScanner values) {
        this.values = values;
    }

    /// The end of the element that begins at a position.
    ///
    /// @param to end of the bytes, which padding follows
    /// @param last whether the file ends there
    int end(byte[] bytes, int from, int to, boolean last) {
        int end = bytes[from] == '{' ? endOfObject(bytes, from, to) : endOfValue(bytes, from, to);
        if (end == LOST) {
            return LOST;
        }
        int next = end == NOT_YET ? to : Framing.skip(bytes, end, BLANKS);
        if (next >= from + 2 * MOST_BYTES) {
            return LOST; // wherever the bytes end that are read so far
        }
        if (next >= to) {
            return last ? LOST : NOT_YET;
        }
        return bytes[next] == ',' || bytes[next] == ']' ? end : LOST;
    }

    private int endOfValue(byte[] bytes, int from, int to) {
        int end = values.endOfValue(bytes, from);
        if (end == ValueScanner.NONE) {
            return values.faultAt() >= to ? NOT_YET : LOST;
        }
        return end >= to ? NOT_YET : end;
    }

    /// A text ends with its line at the latest: JSON has no line breaks in texts, so a quote is missing there.
    private static int endOfObject(byte[] bytes, int from, int to) {
        int depth = 0;
        boolean inText = false;
        int end = Math.min(to, from + MOST_BYTES);
        for (int at = from; at < end; at++) {
            switch (bytes[at]) {
                case '"' -> inText = !inText;
                case '\\' -> at += inText ? 1 : 0;
                case '\n', '\r' -> inText = false;
                case '{', '[' -> depth += inText ? 0 : 1;
                case '}', ']' -> depth -= inText ? 0 : 1;
                default -> {}
            }
            if (depth == 0) {
                return at + 1;
            }
        }
        return end < to ? LOST : NOT_YET;
    }
}
