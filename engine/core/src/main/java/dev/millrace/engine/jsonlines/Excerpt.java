package dev.millrace.engine.jsonlines;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A bit of a row around a fault, for messages.
///
/// @param from where the row begins
/// @param at where the fault is
/// @param to where the bytes end
@SuppressWarnings("ArrayRecordComponent") // borrowed for one message
record Excerpt(byte[] bytes, int from, int at, int to) {

    private static final int BEFORE = 30;
    private static final int AFTER = 30;

    /// The character at fault, in words.
    String found() {
        if (at >= to) {
            return "the end of the file";
        }
        int character = bytes[at] & 0xFF;
        return switch (character) {
            case '\n', '\r' -> "the end of the line";
            case '\'' -> "a single quote";
            default ->
                    character < 0x20 || character == 0x7F
                            ? String.format(Locale.ROOT, "the control character U+%04X", character)
                            : "'" + characterAt() + "'";
        };
    }

    private String characterAt() {
        String text = text(at, Math.min(to, at + 4));
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }

    /// Which character of the row is at fault, from 1.
    int character() {
        int character = 1;
        for (int i = from; i < at; i++) {
            character += isContinuation(i) ? 0 : 1;
        }
        return character;
    }

    /// What stands before the fault, if that is not what the row begins with.
    String after() {
        if (at - from <= 2 * BEFORE) {
            return "";
        }
        int start = at - BEFORE;
        while (isContinuation(start)) {
            start++;
        }
        return " after … " + text(start, at).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /// What stands around the fault, on one line.
    String around() {
        int start = Math.max(from, at - BEFORE);
        while (start > from && isContinuation(start)) {
            start--;
        }
        int end = Math.min(to, at + AFTER);
        int lineEnd = start;
        while (lineEnd < end && (lineEnd < at || bytes[lineEnd] != '\n')) {
            lineEnd++;
        }
        while (lineEnd > start && lineEnd < to && isContinuation(lineEnd)) {
            lineEnd--;
        }
        String shown = text(start, lineEnd).replaceAll("\\p{Cntrl}+", " ").strip();
        boolean cut = lineEnd < to && bytes[lineEnd] != '\n';
        return (start > from ? "… " : "") + shown + (cut ? " …" : "");
    }

    private boolean isContinuation(int position) {
        return (bytes[position] & 0xC0) == 0x80;
    }

    private String text(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
