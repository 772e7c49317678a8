package dev.millrace.engine.dataset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the characters of a text are written as bytes. In all but UTF-16 the ASCII characters are single bytes of their
/// own, so delimiters can be found without decoding.
public enum TextEncoding {
    /// With or without a byte order mark, which is not part of the text.
    UTF_8(StandardCharsets.UTF_8),
    /// Becomes UTF-8 when it is read.
    UTF_16LE(StandardCharsets.UTF_16LE),
    /// Becomes UTF-8 when it is read.
    UTF_16BE(StandardCharsets.UTF_16BE),
    /// Every byte is a character.
    ISO_8859_1(StandardCharsets.ISO_8859_1),
    /// Every byte but five is a character; what Windows calls ANSI in western Europe and America.
    WINDOWS_1252(Charset.forName("windows-1252"));

    private final Charset charset;

    TextEncoding(Charset charset) {
        this.charset = charset;
    }

    public Charset charset() {
        return charset;
    }

    /// The name that people use: `UTF-8`, `windows-1252`.
    public String label() {
        return charset.name();
    }

    /// The encoding of a text once it is read: UTF-8 for UTF-16, else the same.
    public TextEncoding inMemory() {
        return this == UTF_16LE || this == UTF_16BE ? UTF_8 : this;
    }

    /// An encoding by one of its usual names, in any case: `utf-8`, `latin1`, `cp1252`. `utf-16` is told by its byte
    /// order mark and is little-endian without one.
    public static Optional<TextEncoding> named(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (plain.equals("utf-16") || plain.equals("utf16")) {
            return Optional.of(UTF_16LE);
        }
        if (plain.equals("latin-1") || plain.equals("ascii") || plain.equals("us-ascii")) {
            return Optional.of(plain.equals("latin-1") ? ISO_8859_1 : UTF_8);
        }
        return Arrays.stream(values())
                .filter(encoding ->
                        encoding.label().equalsIgnoreCase(plain)
                                || encoding.charset.aliases().stream().anyMatch(plain::equalsIgnoreCase))
                .findFirst();
    }

    /// Names for messages.
    public static List<String> labels() {
        return Arrays.stream(values()).map(TextEncoding::label).toList();
    }
}
