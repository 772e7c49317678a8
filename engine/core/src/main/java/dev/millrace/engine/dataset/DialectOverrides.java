package dev.millrace.engine.dataset;

import dev.millrace.engine.settings.Described;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What a person says of a dataset's dialect; what is null is detected. Line ends need no word: all are recognised.
///
/// @param delimiter one ASCII character, no letter or digit; `tab` stands for itself
/// @param quote one character, or empty if there is none
/// @param escape one character, or empty if there is none
/// @param comment one character, or empty if there is none
/// @param header whether the first record names the columns
/// @param skipLines lines before the header (or the first record) that are no table
/// @param skipInitialSpace whether blanks at the begin of a cell do not belong to its value
/// @param encoding such as `UTF-8`, `windows-1252`, `ISO-8859-1`, `UTF-16LE`
public record DialectOverrides(
        @Described(title = "Delimiter", help = "Between cells; tab for a tabulator.") @Nullable String delimiter,
        @Described(title = "Quote", help = "Around cells.") @Nullable String quote,
        @Described(title = "Escape", help = "Before a quote inside a quoted cell.") @Nullable String escape,
        @Described(title = "Comment", help = "Begins lines that are no rows.") @Nullable String comment,
        @Described(title = "First record names the columns") @Nullable Boolean header,
        @Described(title = "Lines to skip", help = "Before the header, lines that are no table.")
                @Nullable Integer skipLines,
        @Described(title = "Ignore blanks before a cell") @Nullable Boolean skipInitialSpace,
        @Described(title = "Encoding", help = "Such as UTF-8 or windows-1252.") @Nullable String encoding) {

    /// Everything is detected.
    public static final DialectOverrides NONE = new DialectOverrides(null, null, null, null, null, null, null, null);

    /// Told of each mistake.
    @FunctionalInterface
    public interface Mistakes {

        /// Takes in a mistake.
        ///
        /// @param setting name of the setting
        void add(String setting, String finding, String remedy);
    }

    /// Tells everything that is wrong with the settings.
    public void check(Mistakes mistakes) {
        checkCharacter("delimiter", delimiter, false, mistakes);
        checkCharacter("quote", quote, true, mistakes);
        checkCharacter("escape", escape, true, mistakes);
        checkCharacter("comment", comment, true, mistakes);
        if (delimiter != null && !delimiter.isEmpty() && delimiter.equals(quote)) {
            mistakes.add("quote", "delimiter and quote are the same character", "Change one of them");
        }
        if (skipLines != null && skipLines < 0) {
            mistakes.add("skipLines", "found " + skipLines + " but the least accepted value is 0", "Change the value");
        }
        if (encoding != null && TextEncoding.named(encoding).isEmpty()) {
            mistakes.add(
                    "encoding",
                    "there is no encoding '" + encoding + "'",
                    "Known: " + String.join(", ", TextEncoding.labels()));
        }
    }

    private static void checkCharacter(String setting, @Nullable String text, boolean mayBeEmpty, Mistakes mistakes) {
        if (text == null || (text.isEmpty() && mayBeEmpty)) {
            return;
        }
        String plain = unnamed(text);
        char character = plain.isEmpty() ? Dialect.NONE : plain.charAt(0);
        boolean accepted =
                plain.length() == 1
                        && character < 0x80
                        && character != Dialect.NONE
                        && character != '\n'
                        && character != '\r'
                        && !Character.isLetterOrDigit(character);
        if (!accepted) {
            mistakes.add(
                    setting,
                    "found '" + text + "' where one ASCII character that is no letter, digit or line break is expected",
                    mayBeEmpty ? "Write one character, or \"\" for none" : "Write one character");
        }
    }

    private static String unnamed(String text) {
        return text.equals("tab") || text.equals("\\t") ? "\t" : text;
    }

    /// The character that a setting names; empty if it is left to detection.
    private static Optional<Character> character(@Nullable String setting) {
        if (setting == null) {
            return Optional.empty();
        }
        String plain = unnamed(setting);
        return Optional.of(plain.isEmpty() ? Dialect.NONE : plain.charAt(0));
    }

    public Optional<Character> delimiterSaid() {
        return character(delimiter);
    }

    public Optional<Character> quoteSaid() {
        return character(quote);
    }

    public Optional<Character> escapeSaid() {
        return character(escape);
    }

    public Optional<Character> commentSaid() {
        return character(comment);
    }

    public Optional<TextEncoding> encodingSaid() {
        return Optional.ofNullable(encoding).flatMap(TextEncoding::named);
    }
}
