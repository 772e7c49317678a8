package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.TextEncoding;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// What comes before the rows of a shard.
///
/// @param columns the names in file order, unquoted, with `__DOT__` read as a dot; `c1`, `c2`, … without a header
/// @param raw the header's exact bytes, line break included, as they are in memory; none without a header
/// @param end where, in the text as it is in memory, the first data record may begin
/// @param line number of the line that begins there
/// @param lineBreak the bytes of the first line break; a line feed when there is none
@SuppressWarnings("ArrayRecordComponent") // bytes as they lie in a file, never compared
record TextHeader(List<String> columns, byte[] raw, long end, long line, byte[] lineBreak) {

    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_COLUMNS = 100_000;
    private static final byte[] LINE_FEED = {'\n'};

    /// Reads the header of a shard; empty if the file holds no record.
    ///
    /// @throws DataException if it is no header: undecodable, unterminated, or a name twice
    static Optional<TextHeader> of(Shard shard, Dialect dialect) throws IOException {
        for (int limit = 1 << 14; limit <= MOST_BYTES; limit *= 4) {
            byte[] head;
            try (ShardText text = ShardText.open(shard, dialect.encoding())) {
                head = text.readUpTo(limit);
            }
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

    private static Optional<TextHeader> parse(Shard shard, Dialect dialect, byte[] head, boolean whole) {
        String bytes = new String(head, StandardCharsets.ISO_8859_1); // a character per byte, so places are the same
        int from = RecordCursor.afterLines(bytes, dialect.skipLines());
        RecordCursor cursor = new RecordCursor(bytes, from, dialect, whole, MOST_COLUMNS + 1);
        if (!cursor.advance()) {
            return Optional.empty();
        }
        Place place = Place.of(shard.file()).atLine(line(head, cursor.start()));
        if (cursor.values().size() > MOST_COLUMNS) {
            throw problem(
                    place,
                    "there are more than " + MOST_COLUMNS + " columns",
                    "Check that the file is delimited text, and say its delimiter in dataset.dialect");
        }
        byte[] lineBreak = Arrays.copyOfRange(head, cursor.end(), cursor.next());
        if (lineBreak.length == 0) {
            lineBreak = LINE_FEED;
        }
        if (!dialect.header()) {
            return Optional.of(
                    new TextHeader(numbered(cursor.values().size()), new byte[0], from, line(head, from), lineBreak));
        }
        byte[] raw = Arrays.copyOfRange(head, cursor.start(), cursor.end() + lineBreak.length);
        System.arraycopy(lineBreak, 0, raw, cursor.end() - cursor.start(), lineBreak.length);
        List<String> columns = names(place, dialect.encoding().inMemory(), cursor);
        requireDistinct(place, columns);
        return Optional.of(new TextHeader(columns, raw, cursor.next(), line(head, cursor.next()), lineBreak));
    }

    /// The same with names that do not come from the file.
    TextHeader named(List<String> names) {
        return new TextHeader(names, raw, end, line, lineBreak);
    }

    private static long line(byte[] head, int to) {
        return 1 + LineBreaks.count(head, 0, to);
    }

    /// The names of columns that have none.
    static List<String> numbered(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(number -> "c" + number).toList();
    }

    private static List<String> names(Place place, TextEncoding encoding, RecordCursor cursor) {
        if (cursor.isUnclosed()) {
            throw problem(place, "a quote of the header is never closed", "Close the quote");
        }
        List<String> names = new ArrayList<>();
        for (String value : cursor.values()) {
            byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
            try {
                names.add(encoding.charset().newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
            } catch (CharacterCodingException undecodable) {
                throw new DataException(
                        new Problem(
                                place,
                                "the header is not " + encoding.label(),
                                "Save the file as UTF-8, or say its encoding in dataset.dialect.encoding"),
                        undecodable);
            }
        }
        return names.stream().map(TextHeader::dotted).toList();
    }

    /// The name of a column as its file gives it, with `__DOT__` read as a dot.
    static String dotted(String name) {
        return name.replace("__DOT__", ".");
    }

    private static void requireDistinct(Place place, List<String> columns) {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                throw problem(
                        place,
                        "the header names the column '" + column + "' twice",
                        "Give each column a name of its own");
            }
        }
    }

    private static DataException problem(Place place, String finding, String remedy) {
        return new DataException(new Problem(place, finding, remedy));
    }
}
