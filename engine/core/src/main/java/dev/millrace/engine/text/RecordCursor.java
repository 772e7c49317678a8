package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;

import java.util.ArrayList;
import java.util.List;

/// Reads the records of a text one by one, a character at a time: for headers and samples, where speed does not matter.
/// Agrees with [RecordScanner] and [DialectScanner] on what a record is.
final class RecordCursor {

    private final String text;
    private final Dialect dialect;
    private final boolean whole;
    private final int mostFields;
    private final List<String> values = new ArrayList<>();
    private final List<Boolean> quoted = new ArrayList<>();
    private int start;
    private int end;
    private int next;
    private boolean malformed;
    private boolean unclosed;

    /// Begins at a position of a text.
    ///
    /// @param whole whether the text ends there; else its last record is not complete
    /// @param mostFields further fields are counted as one
    RecordCursor(String text, int from, Dialect dialect, boolean whole, int mostFields) {
        this.text = text;
        this.next = from;
        this.dialect = dialect;
        this.whole = whole;
        this.mostFields = mostFields;
    }

    /// Moves to the next record, over blank lines and comments.
    ///
    /// @return false if there is none, or none that is complete
    boolean advance() {
        while (next < text.length()) {
            char first = text.charAt(next);
            if (first == '\n' || first == '\r') {
                next++;
            } else if (dialect.comment() != Dialect.NONE && first == dialect.comment()) {
                int lineEnd = lineEnd(text, next);
                if (lineEnd == text.length() && !whole) {
                    return false;
                }
                next = lineEnd;
            } else {
                return readRecord();
            }
        }
        return false;
    }

    /// Where the first record begins.
    int start() {
        return start;
    }

    /// Where its line break begins.
    int end() {
        return end;
    }

    /// Where the next line begins.
    int next() {
        return next;
    }

    /// The values of the record, without quotes and escapes.
    List<String> values() {
        return values;
    }

    /// Whether a field is in quotes.
    boolean isQuoted(int field) {
        return quoted.get(field);
    }

    /// Whether text follows a closing quote.
    boolean isMalformed() {
        return malformed;
    }

    /// Whether a quote is never closed.
    boolean isUnclosed() {
        return unclosed;
    }

    /// Where a number of lines ends, or the text.
    static int afterLines(String text, int lines) {
        int at = 0;
        for (int i = 0; i < lines && at < text.length(); i++) {
            at = afterLineBreak(text, lineEnd(text, at));
        }
        return at;
    }

    private static int lineEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private static int afterLineBreak(String text, int lineBreak) {
        return text.startsWith("\r\n", lineBreak) ? lineBreak + 2 : Math.min(lineBreak + 1, text.length());
    }

    private boolean readRecord() {
        start = next;
        values.clear();
        quoted.clear();
        malformed = false;
        unclosed = false;
        int at = start;
        while (true) {
            at = readField(at);
            boolean more = at < text.length() && text.charAt(at) == dialect.delimiter();
            if (!more) {
                break;
            }
            at++;
        }
        end = at;
        boolean breakMayGoOn = at + 1 == text.length() && text.charAt(at) == '\r';
        if ((at == text.length() || breakMayGoOn) && !whole) {
            return false;
        }
        next = afterLineBreak(text, at);
        return true;
    }

    /// @return where the field ends: at a delimiter, a line break or the end
    private int readField(int from) {
        int at = from;
        while (dialect.skipInitialSpace() && at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        StringBuilder value = new StringBuilder();
        boolean inQuotes = dialect.quote() != Dialect.NONE && at < text.length() && text.charAt(at) == dialect.quote();
        boolean wasQuoted = inQuotes;
        boolean closed = false;
        at += inQuotes ? 1 : 0;
        for (; at < text.length(); at++) {
            char character = text.charAt(at);
            if (dialect.escape() != Dialect.NONE && character == dialect.escape() && at + 1 < text.length()) {
                at++;
                value.append(text.charAt(at));
                if (text.startsWith("\r\n", at)) {
                    value.append(text.charAt(++at));
                }
            } else if (inQuotes) {
                if (character != dialect.quote()) {
                    value.append(character);
                } else if (at + 1 < text.length() && text.charAt(at + 1) == dialect.quote()) {
                    value.append(character);
                    at++;
                } else {
                    inQuotes = false;
                    closed = true;
                }
            } else if (character == dialect.delimiter() || character == '\n' || character == '\r') {
                break;
            } else {
                malformed |= closed;
                value.append(character);
            }
        }
        unclosed |= inQuotes;
        if (values.size() < mostFields) {
            values.add(value.toString());
            quoted.add(wasQuoted);
        }
        return at;
    }
}
