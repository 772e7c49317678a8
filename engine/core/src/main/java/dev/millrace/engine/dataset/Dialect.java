package dev.millrace.engine.dataset;

import java.util.ArrayList;
import java.util.List;

/// How a delimited text is written. All its characters are ASCII, so that they are single bytes in every encoding that
/// text has in memory.
///
/// @param delimiter between two cells
/// @param quote around a cell that holds a delimiter, a quote (doubled) or a line break; [#NONE] if there is none
/// @param escape makes the character after it a plain one; [#NONE] if there is none
/// @param comment begins a line that is no record; [#NONE] if there is none
/// @param skipInitialSpace whether blanks at the begin of a cell do not belong to its value
/// @param header whether the first record names the columns
/// @param skipLines lines before the header (or the first record) that are no table
/// @param encoding of the files
/// @param lineEnd the usual one, for records that are written anew
public record Dialect(
        char delimiter,
        char quote,
        char escape,
        char comment,
        boolean skipInitialSpace,
        boolean header,
        int skipLines,
        TextEncoding encoding,
        LineEnd lineEnd) {

    /// In place of a character that a dialect does not have.
    public static final char NONE = '\0';

    /// RFC 4180 with the line ends of Unix.
    public static final Dialect CSV = of(',');

    /// The same with tabs.
    public static final Dialect TSV = of('\t');

    private static Dialect of(char delimiter) {
        return new Dialect(delimiter, '"', NONE, NONE, false, true, 0, TextEncoding.UTF_8, LineEnd.LF);
    }

    /// The dialect that files of a format usually have.
    public static Dialect usual(ShardFormat format) {
        return format == ShardFormat.TSV ? TSV : CSV;
    }

    /// Whether nothing but delimiters, doubled quotes and line breaks has a meaning.
    public boolean isPlain() {
        return quote != NONE && escape == NONE && comment == NONE && !skipInitialSpace;
    }

    public Dialect withDelimiter(char other) {
        return new Dialect(other, quote, escape, comment, skipInitialSpace, header, skipLines, encoding, lineEnd);
    }

    public Dialect withQuote(char other) {
        return new Dialect(delimiter, other, escape, comment, skipInitialSpace, header, skipLines, encoding, lineEnd);
    }

    public Dialect withEscape(char other) {
        return new Dialect(delimiter, quote, other, comment, skipInitialSpace, header, skipLines, encoding, lineEnd);
    }

    public Dialect withComment(char other) {
        return new Dialect(delimiter, quote, escape, other, skipInitialSpace, header, skipLines, encoding, lineEnd);
    }

    public Dialect withSkipInitialSpace(boolean skips) {
        return new Dialect(delimiter, quote, escape, comment, skips, header, skipLines, encoding, lineEnd);
    }

    /// The same with or without a header after some other lines.
    public Dialect withHeader(boolean first, int linesBefore) {
        return new Dialect(delimiter, quote, escape, comment, skipInitialSpace, first, linesBefore, encoding, lineEnd);
    }

    public Dialect withEncoding(TextEncoding other) {
        return new Dialect(delimiter, quote, escape, comment, skipInitialSpace, header, skipLines, other, lineEnd);
    }

    public Dialect withLineEnd(LineEnd other) {
        return new Dialect(delimiter, quote, escape, comment, skipInitialSpace, header, skipLines, encoding, other);
    }

    /// The dialect of a text once it is read, and of what is written: UTF-16 becomes UTF-8.
    public Dialect inMemory() {
        return withEncoding(encoding.inMemory());
    }

    /// The dialect in words, such as `semicolon, quotes ", header, UTF-8, line feed`.
    public String inWords() {
        List<String> words = new ArrayList<>();
        words.add(name(delimiter) + (skipInitialSpace ? " and blanks" : ""));
        words.add(quote == NONE ? "no quotes" : "quotes " + quote);
        if (escape != NONE) {
            words.add("escape " + escape);
        }
        if (comment != NONE) {
            words.add("comments " + comment);
        }
        if (skipLines > 0) {
            words.add(skipLines + (skipLines == 1 ? " line" : " lines") + " before");
        }
        words.add(header ? "header" : "no header");
        words.add(encoding.label());
        words.add(lineEnd.label());
        return String.join(", ", words);
    }

    /// What people call a character.
    public static String name(char character) {
        return switch (character) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "bar";
            case ':' -> "colon";
            case ' ' -> "blank";
            default -> character < ' ' ? String.format("\\u%04X", (int) character) : "'" + character + "'";
        };
    }
}
