package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The first record of a shard.
///
/// @param columns the names in file order, unquoted, with `__DOT__` read as a dot
/// @param raw the record's exact bytes, line break included, without a byte order mark
/// @param end where the first data record may begin
/// @param lineBreak the bytes of its line break; a line feed when the file ends without one
@SuppressWarnings("ArrayRecordComponent") // bytes as they lie in a file, never compared
record TextHeader(List<String> columns, byte[] raw, long end, byte[] lineBreak) {

    private static final int MOST_BYTES = 16 << 20;
    private static final byte[] LINE_FEED = {'\n'};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /// Reads the header of a shard; empty if the file holds nothing.
    ///
    /// @throws DataException if it is no header: undecodable, unterminated, or a name twice
    static Optional<TextHeader> of(Shard shard, Dialect dialect) throws IOException {
        for (int limit = 1 << 14; limit <= MOST_BYTES; limit *= 4) {
            byte[] head = head(shard, limit);
            boolean whole = head.length < limit;
            Optional<TextHeader> header = parse(shard, dialect, head, whole);
            if (header.isPresent() || whole) {
                return header;
            }
        }
        throw new DataException(
                new Problem(
                        Place.of(shard.file()).atLine(1),
                        "the header is longer than " + (MOST_BYTES >> 20) + " MiB",
                        "Check that the file is delimited text and that its quotes are closed"));
    }

    private static byte[] head(Shard shard, int limit) throws IOException {
        try (InputStream in = Files.newInputStream(shard.file())) {
            return in.readNBytes(limit);
        }
    }

    private static Optional<TextHeader> parse(Shard shard, Dialect dialect, byte[] head, boolean whole) {
        int start = startsWith(head, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        while (start < head.length && isLineBreak(head[start])) {
            start++;
        }
        int end = endOfRecord(head, start, (byte) dialect.quote());
        if ((end >= head.length - 1 && !whole) || start == head.length) {
            return Optional.empty();
        }
        int next = end;
        if (next < head.length && head[next++] == '\r' && next < head.length && head[next] == '\n') {
            next++;
        }
        byte[] lineBreak = next == end ? LINE_FEED : Arrays.copyOfRange(head, end, next);
        byte[] raw = Arrays.copyOfRange(head, start, end + lineBreak.length);
        System.arraycopy(lineBreak, 0, raw, end - start, lineBreak.length);
        List<String> columns = names(shard, dialect, Arrays.copyOfRange(head, start, end));
        requireDistinct(shard, columns);
        return Optional.of(new TextHeader(columns, raw, next, lineBreak));
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static boolean isLineBreak(byte character) {
        return character == '\n' || character == '\r';
    }

    private static int endOfRecord(byte[] bytes, int from, byte quote) {
        boolean open = false;
        for (int at = from; at < bytes.length; at++) {
            if (bytes[at] == quote) {
                open = !open;
            } else if (!open && isLineBreak(bytes[at])) {
                return at;
            }
        }
        return bytes.length;
    }

    private static List<String> names(Shard shard, Dialect dialect, byte[] record) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(record)).toString();
        } catch (CharacterCodingException undecodable) {
            throw new DataException(
                    new Problem(Place.of(shard.file()).atLine(1), "the header is not UTF-8", "Save the file as UTF-8"),
                    undecodable);
        }
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean open = false;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == dialect.quote()) {
                boolean doubled = open && at + 1 < text.length() && text.charAt(at + 1) == dialect.quote();
                if (doubled) {
                    name.append(character);
                    at++;
                } else {
                    open = !open;
                }
            } else if (character == dialect.delimiter() && !open) {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(character);
            }
        }
        if (open) {
            throw new DataException(
                    new Problem(
                            Place.of(shard.file()).atLine(1),
                            "a quote of the header is never closed",
                            "Close the quote"));
        }
        names.add(name.toString());
        return names.stream().map(raw -> raw.replace("__DOT__", ".")).toList();
    }

    private static void requireDistinct(Shard shard, List<String> columns) {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                throw new DataException(
                        new Problem(
                                Place.of(shard.file()).atLine(1),
                                "the header names the column '" + column + "' twice",
                                "Give each column a name of its own"));
            }
        }
    }
}
