package dev.millrace.engine.problem;

import java.util.Locale;

/// Text that may come from data, as it can be put on a screen or into a log: on one line, without anything that steers
/// a terminal or turns the direction of writing, and of bounded length.
final class Shown {

    private static final int MOST_CHARACTERS = 2000;

    private Shown() {}

    static String of(String text) {
        boolean plain = text.length() <= MOST_CHARACTERS && text.codePoints().noneMatch(Shown::steers);
        return plain ? text : escaped(text);
    }

    private static String escaped(String text) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (at < text.length() && shown.length() < MOST_CHARACTERS) {
            int character = text.codePointAt(at);
            shown.append(
                    steers(character)
                            ? String.format(Locale.ROOT, "\\u%04X", character)
                            : Character.toString(character));
            at += Character.charCount(character);
        }
        return at < text.length() ? shown + " …" : shown.toString();
    }

    /// Control characters, line and paragraph separators, and what sets the direction of writing (Unicode Annex 9).
    private static boolean steers(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                    true;
            default ->
                    (character >= 0x202A && character <= 0x202E)
                            || (character >= 0x2066 && character <= 0x2069)
                            || character == 0x200E
                            || character == 0x200F;
        };
    }
}
