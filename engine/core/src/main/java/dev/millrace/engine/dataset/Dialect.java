package dev.millrace.engine.dataset;

/// How a delimited text is written. Both characters are ASCII, so that they are single bytes in UTF-8.
///
/// @param delimiter between two cells
/// @param quote around a cell that holds a delimiter, a quote (doubled) or a line break
public record Dialect(char delimiter, char quote) {

    /// RFC 4180.
    public static final Dialect CSV = new Dialect(',', '"');
}
