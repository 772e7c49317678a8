package dev.millrace.engine.jsonlines;

import java.nio.charset.StandardCharsets;

/// Texts inside double quotes: their characters, and back.
final class JsonText {

    static final int MOST_ESCAPE_BYTES = 6;

    private static final String HEXADECIMAL = "0123456789abcdef";

    private JsonText() {}

    /// Whether a range is UTF-8 as RFC 3629 has it: shortest forms only, no surrogates. A byte that continues no
    /// character must follow the range.
    static boolean isUtf8(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int lead = bytes[at] & 0xFF;
            int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            if (lead >= 0x80) {
                int second = bytes[at + 1] & 0xFF;
                if (lead < 0xC2 || lead > 0xF4 || second < firstSecond(lead) || second > lastSecond(lead)) {
                    return false;
                }
            }
            for (int i = 2; i < length; i++) {
                if ((bytes[at + i] & 0xC0) != 0x80) {
                    return false;
                }
            }
            at += length;
        }
        return true;
    }

    /// The least byte that may follow a lead byte (RFC 3629, section 4).
    private static int firstSecond(int lead) {
        return switch (lead) {
            case 0xE0 -> 0xA0;
            case 0xF0 -> 0x90;
            default -> 0x80;
        };
    }

    private static int lastSecond(int lead) {
        return switch (lead) {
            case 0xED -> 0x9F;
            case 0xF4 -> 0x8F;
            default -> 0xBF;
        };
    }

    /// Whether every escape that is half of a surrogate pair has its other half.
    static boolean hasWholeSurrogates(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (bytes[at] != '\\') {
                at++;
                continue;
            }
            if (bytes[at + 1] != 'u') {
                at += 2;
                continue;
            }
            char unit = unit(bytes, at);
            at += 6;
            if (Character.isLowSurrogate(unit)) {
                return false;
            }
            if (Character.isHighSurrogate(unit)) {
                boolean pair =
                        at + 6 <= to
                                && bytes[at] == '\\'
                                && bytes[at + 1] == 'u'
                                && Character.isLowSurrogate(unit(bytes, at));
                if (!pair) {
                    return false;
                }
                at += 6;
            }
        }
        return true;
    }

    /// Replaces escapes by the characters that they stand for, in UTF-8.
    ///
    /// @param target at least as long as the source, which it cannot outgrow
    /// @return how many bytes there are in the target
    static int unescape(byte[] bytes, int from, int to, byte[] target) {
        int length = 0;
        int at = from;
        while (at < to) {
            byte character = bytes[at++];
            if (character != '\\') {
                target[length++] = character;
                continue;
            }
            byte escape = bytes[at++];
            if (escape != 'u') {
                target[length++] = meaning(escape);
                continue;
            }
            int codePoint = unit(bytes, at - 2);
            at += 4;
            if (Character.isHighSurrogate((char) codePoint)) {
                codePoint = Character.toCodePoint((char) codePoint, unit(bytes, at));
                at += 6;
            }
            length = encode(codePoint, target, length);
        }
        return length;
    }

    private static byte meaning(byte escape) {
        return switch (escape) {
            case 'b' -> (byte) '\b';
            case 'f' -> (byte) '\f';
            case 'n' -> (byte) '\n';
            case 'r' -> (byte) '\r';
            case 't' -> (byte) '\t';
            default -> escape;
        };
    }

    /// The UTF-16 unit of an escape such as `\u00e4`.
    private static char unit(byte[] bytes, int backslash) {
        int unit = 0;
        for (int digit = 2; digit < 6; digit++) {
            unit = unit << 4 | Character.digit(bytes[backslash + digit], 16);
        }
        return (char) unit;
    }

    private static int encode(int codePoint, byte[] target, int from) {
        int at = from;
        if (codePoint < 0x80) {
            target[at++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            target[at++] = (byte) (0xC0 | codePoint >> 6);
            target[at++] = continuation(codePoint);
        } else if (codePoint < 0x1_0000) {
            target[at++] = (byte) (0xE0 | codePoint >> 12);
            target[at++] = continuation(codePoint >> 6);
            target[at++] = continuation(codePoint);
        } else {
            target[at++] = (byte) (0xF0 | codePoint >> 18);
            target[at++] = continuation(codePoint >> 12);
            target[at++] = continuation(codePoint >> 6);
            target[at++] = continuation(codePoint);
        }
        return at;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    /// A text as JSON, quotes included: escapes are used only where JSON asks for them.
    static byte[] quoted(String text) {
        return quoted(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A text in UTF-8 as JSON, likewise.
    static byte[] quoted(byte[] text) {
        int escapes = 0;
        for (byte character : text) {
            escapes += escapeLength(character) - 1;
        }
        byte[] json = new byte[text.length + escapes + 2];
        json[0] = '"';
        int at = 1;
        for (byte character : text) {
            at = escapes == 0 ? plain(character, json, at) : escaped(character, json, at);
        }
        json[at] = '"';
        return json;
    }

    /// Whether a byte cannot stand in a text as it is.
    static boolean needsEscape(byte character) {
        return character == '"' || character == '\\' || (character >= 0 && character < 0x20);
    }

    private static int escapeLength(byte character) {
        return switch (character) {
            case '"', '\\', '\n', '\r', '\t' -> 2;
            default -> character >= 0 && character < 0x20 ? 6 : 1;
        };
    }

    private static int plain(byte character, byte[] json, int at) {
        json[at] = character;
        return at + 1;
    }

    /// Writes a byte, as an escape if it needs one.
    ///
    /// @return where it ends
    static int escaped(byte character, byte[] json, int from) {
        int length = escapeLength(character);
        if (length == 1) {
            return plain(character, json, from);
        }
        json[from] = '\\';
        json[from + 1] =
                switch (character) {
                    case '\n' -> (byte) 'n';
                    case '\r' -> (byte) 'r';
                    case '\t' -> (byte) 't';
                    case '"', '\\' -> character;
                    default -> (byte) 'u';
                };
        if (length == 6) {
            json[from + 2] = '0';
            json[from + 3] = '0';
            json[from + 4] = (byte) HEXADECIMAL.charAt(character >> 4);
            json[from + 5] = (byte) HEXADECIMAL.charAt(character & 0xF);
        }
        return from + length;
    }
}
