package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.util.List;

/// Makes cells of values: quoted where the dialect needs it, in its encoding.
final class CellWriter {

    private final Dialect dialect;
    private final CharsetEncoder encoder;
    private final String quote;

    /// @param dialect as in memory
    CellWriter(Dialect dialect) {
        this.dialect = dialect;
        this.encoder = dialect.encoding().charset().newEncoder();
        this.quote = String.valueOf(dialect.quote());
    }

    /// The bytes of a cell.
    ///
    /// @throws DataException if the dialect cannot write the value
    byte[] cell(String value) {
        return bytes(notation(value), value);
    }

    /// The bytes of a record of names, line break included.
    byte[] record(List<String> values) {
        StringBuilder record = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            record.append(i == 0 ? "" : String.valueOf(dialect.delimiter())).append(notation(values.get(i)));
        }
        return bytes(record.append(dialect.lineEnd().characters()).toString(), record.toString());
    }

    private String notation(String value) {
        if (isPlain(value)) {
            return value;
        }
        if (dialect.quote() != Dialect.NONE) {
            String doubled = value.replace(quote, quote + quote);
            return quote + escaped(doubled, String.valueOf(dialect.escape())) + quote;
        }
        boolean lineBreak = value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0;
        if (dialect.escape() == Dialect.NONE || lineBreak) {
            throw unwritable(value, "holds a delimiter or line break, and the text has no quotes");
        }
        String escapes = String.valueOf(dialect.escape());
        String plain =
                escaped(value, escapes).replace(String.valueOf(dialect.delimiter()), escapes + dialect.delimiter());
        return isTakenForMore(plain.charAt(0)) ? escapes + plain : plain;
    }

    private String escaped(String value, String escape) {
        return dialect.escape() == Dialect.NONE ? value : value.replace(escape, escape + escape);
    }

    private boolean isPlain(String value) {
        if (value.isEmpty()) {
            return true;
        }
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            boolean special =
                    character == dialect.delimiter()
                            || character == '\n'
                            || character == '\r'
                            || (character == dialect.quote() && character != Dialect.NONE)
                            || (character == dialect.escape() && character != Dialect.NONE);
            if (special) {
                return false;
            }
        }
        return !isTakenForMore(value.charAt(0));
    }

    /// Whether a value that begins so would be read as a comment, or lose its first character.
    private boolean isTakenForMore(char first) {
        boolean comment = first == dialect.comment() && first != Dialect.NONE;
        return comment || (dialect.skipInitialSpace() && first == ' ');
    }

    private byte[] bytes(String notation, String value) {
        try {
            ByteBuffer encoded = encoder.encode(CharBuffer.wrap(notation));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException unmappable) {
            throw unwritable(value, "cannot be written in " + dialect.encoding().label());
        }
    }

    private static DataException unwritable(String value, String reason) {
        return new DataException(
                new Problem(
                        Place.of("the output"),
                        "the value '" + value + "' " + reason,
                        "Choose another value, or another output format, or save the input as UTF-8 with quotes"));
    }
}
