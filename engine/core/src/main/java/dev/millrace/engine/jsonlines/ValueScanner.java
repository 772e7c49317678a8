package dev.millrace.engine.jsonlines;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds where a JSON value ends (RFC 8259, no extensions), texts eight bytes at a time (SWAR; "hasless" and "haszero",
/// Anderson, *Bit Twiddling Hacks*).
///
/// The bytes must be followed by [#PADDING] zeros. No value holds a zero, so every loop ends there without counting,
/// and a fault at or behind that position means that the value goes on in bytes not yet read.
final class ValueScanner {

    /// Zeros that must follow the bytes.
    static final int PADDING = Long.BYTES;

    /// Deepest nesting, the row's own object included.
    static final int MOST_DEPTH = 200;

    /// Returned in place of an end when there is a [#fault].
    static final int NONE = -1;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long FIRST_PRINTABLE = ONES * 0x20;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final long blanks;
    private final byte[] opened = new byte[MOST_DEPTH];
    private boolean escaped;
    private @Nullable Fault fault;
    private int faultAt;

    /// Makes a scanner.
    ///
    /// @param blanks the white space allowed inside a value
    ValueScanner(long blanks) {
        this.blanks = blanks;
    }

    /// Whether the last text scanned has a backslash.
    boolean escaped() {
        return escaped;
    }

    Fault fault() {
        return requireNonNull(fault, "there is no fault");
    }

    int faultAt() {
        return faultAt;
    }

    /// Remembers a fault.
    ///
    /// @return NONE
    int fail(Fault found, int at) {
        fault = found;
        faultAt = at;
        return NONE;
    }

    /// The end of the value that begins at a position.
    int endOfValue(byte[] bytes, int at) {
        return switch (bytes[at]) {
            case '"' -> endOfText(bytes, at);
            case '{', '[' -> endOfNested(bytes, at);
            case 't' -> endOfWord(bytes, at, TRUE);
            case 'f' -> endOfWord(bytes, at, FALSE);
            case 'n' -> endOfWord(bytes, at, NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> endOfNumber(bytes, at);
            default -> fail(Fault.VALUE, at);
        };
    }

    /// The position after the closing quote of a text that is UTF-8 and has whole characters only.
    ///
    /// @param opening position of the opening quote
    int endOfText(byte[] bytes, int opening) {
        int at = opening + 1;
        long high = 0;
        boolean anyEscape = false;
        while (true) {
            long word = (long) WORD.get(bytes, at);
            long quoteAt = word ^ QUOTES;
            long backslashAt = word ^ BACKSLASHES;
            long hits =
                    (((quoteAt - ONES) & ~quoteAt)
                                    | ((backslashAt - ONES) & ~backslashAt)
                                    | ((word - FIRST_PRINTABLE) & ~word))
                            & HIGHS;
            if (hits == 0) {
                high |= word;
                at += Long.BYTES;
                continue;
            }
            int bit = Long.numberOfTrailingZeros(hits); // the lowest one is never set by a borrow
            high |= word & ((1L << bit) - 1);
            at += bit >>> 3;
            switch (bytes[at]) {
                case '"' -> {
                    escaped = anyEscape;
                    if ((high & HIGHS) != 0 && !JsonText.isUtf8(bytes, opening + 1, at)) {
                        return fail(Fault.UTF_8, opening);
                    }
                    if (anyEscape && !JsonText.hasWholeSurrogates(bytes, opening + 1, at)) {
                        return fail(Fault.SURROGATE, opening);
                    }
                    return at + 1;
                }
                case '\\' -> {
                    anyEscape = true;
                    at = endOfEscape(bytes, at);
                    if (at == NONE) {
                        return NONE;
                    }
                }
                default -> {
                    return fail(Fault.QUOTE, at);
                }
            }
        }
    }

    private int endOfEscape(byte[] bytes, int backslash) {
        int at = backslash + 1;
        return switch (bytes[at]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 1;
            case 'u' -> endOfUnit(bytes, at + 1);
            default -> fail(Fault.ESCAPE, at);
        };
    }

    private int endOfUnit(byte[] bytes, int from) {
        for (int at = from; at < from + 4; at++) {
            if (Character.digit(bytes[at], 16) < 0) {
                return fail(Fault.HEXADECIMAL, at);
            }
        }
        return from + 4;
    }

    /// The end of the number that begins at a position.
    int endOfNumber(byte[] bytes, int from) {
        int at = bytes[from] == '-' ? from + 1 : from;
        if (bytes[at] == '0') {
            at++;
        } else {
            at = endOfDigits(bytes, at);
        }
        if (at != NONE && bytes[at] == '.') {
            at = endOfDigits(bytes, at + 1);
        }
        if (at != NONE && (bytes[at] | 0x20) == 'e') {
            at++;
            at = endOfDigits(bytes, bytes[at] == '+' || bytes[at] == '-' ? at + 1 : at);
        }
        return at;
    }

    private int endOfDigits(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at == from ? fail(Fault.DIGIT, at) : at;
    }

    private int endOfWord(byte[] bytes, int at, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return fail(Fault.VALUE, bytes[at + i] == 0 ? at + i : at);
            }
        }
        return at + word.length;
    }

    /// The end of an object or array. What is inside must be JSON, but its keys may repeat.
    private int endOfNested(byte[] bytes, int from) {
        int at = from;
        int depth = 0;
        while (true) {
            if (depth > 0 && opened[depth - 1] == '{') {
                at = endOfKey(bytes, at);
                if (at == NONE) {
                    return NONE;
                }
            }
            byte first = bytes[at];
            if (first == '{' || first == '[') {
                if (depth == MOST_DEPTH - 1) {
                    return fail(Fault.DEPTH, at);
                }
                opened[depth++] = first;
                at = Framing.skip(bytes, at + 1, blanks);
                if (bytes[at] != closing(first)) {
                    continue;
                }
            } else {
                at = endOfValue(bytes, at);
                if (at == NONE) {
                    return NONE;
                }
                at = Framing.skip(bytes, at, blanks);
            }
            while (bytes[at] != ',') {
                byte innermost = opened[depth - 1];
                if (bytes[at] != closing(innermost)) {
                    return fail(innermost == '{' ? Fault.COMMA_OR_BRACE : Fault.COMMA_OR_BRACKET, at);
                }
                at++;
                if (--depth == 0) {
                    return at;
                }
                at = Framing.skip(bytes, at, blanks);
            }
            at = Framing.skip(bytes, at + 1, blanks);
        }
    }

    /// Where the value of a key begins.
    private int endOfKey(byte[] bytes, int from) {
        if (bytes[from] != '"') {
            return fail(Fault.KEY, from);
        }
        int at = endOfText(bytes, from);
        if (at == NONE) {
            return NONE;
        }
        at = Framing.skip(bytes, at, blanks);
        return bytes[at] == ':' ? Framing.skip(bytes, at + 1, blanks) : fail(Fault.COLON, at);
    }

    private static byte closing(byte opening) {
        return opening == '{' ? (byte) '}' : (byte) ']';
    }
}
