package dev.millrace.engine.jsonlines;

/// How the first line of a file ends, and so its last one should; no text of JSON holds a raw line break.
final class LineBreak {

    private static final byte[] LF = {'\n'};
    private static final byte[] CR = {'\r'};
    private static final byte[] CRLF = {'\r', '\n'};

    private byte[] found = LF;
    private boolean known;
    private boolean afterCarriageReturn;

    /// Looks at the next bytes of the file, until the line break is known.
    void learn(byte[] bytes, int from, int to) {
        for (int at = from; at < to && !known; at++) {
            byte character = bytes[at];
            if (afterCarriageReturn) {
                found = character == '\n' ? CRLF : CR;
                known = true;
            } else if (character == '\r') {
                found = CR;
                afterCarriageReturn = true;
            } else {
                known = character == '\n';
            }
        }
    }

    /// The line break; a line feed when the file has none.
    byte[] bytes() {
        return found;
    }
}
