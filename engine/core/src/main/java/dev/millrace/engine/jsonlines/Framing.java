package dev.millrace.engine.jsonlines;

/// How the objects of a file follow each other.
enum Framing {
    /// One object per line, ended by LF, CRLF or CR; lines of nothing but blanks are skipped.
    LINES,
    /// One array of objects, with any white space between and inside them.
    ARRAY;

    private static final long SPACE_AND_TAB = 1L << ' ' | 1L << '\t';

    /// The white space that may lie inside an object: bit `c` is set for character `c`. A line break inside an object
    /// means that its line was cut off.
    long blanks() {
        return switch (this) {
            case LINES -> SPACE_AND_TAB;
            case ARRAY -> SPACE_AND_TAB | 1L << '\n' | 1L << '\r';
        };
    }

    /// The first position at or after `at` that holds no blank.
    static int skip(byte[] bytes, int at, long blanks) {
        int next = at;
        while (isBlank(bytes[next], blanks)) {
            next++;
        }
        return next;
    }

    private static boolean isBlank(byte character, long blanks) {
        return character <= ' ' && character >= 0 && (blanks >>> character & 1) != 0;
    }
}
