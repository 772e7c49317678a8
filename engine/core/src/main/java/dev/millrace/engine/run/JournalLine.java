package dev.millrace.engine.run;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/// An entry of a journal as a line, which is a JSON object: `{"crc":"1f2e3d4c","written":{…}}`. The checksum is the
/// CRC-32C of everything after its comma, as eight hexadecimal digits.
final class JournalLine {

    private static final String HEAD = "{\"crc\":\"";
    private static final int DIGITS = 8;
    private static final int REST = HEAD.length() + DIGITS + "\",".length();

    private static final Map<String, Class<? extends JournalEntry>> TYPES =
            Map.of(
                    "begun", JournalEntry.Begun.class,
                    "resumed", JournalEntry.Resumed.class,
                    "collected", JournalEntry.Collected.class,
                    "stored", JournalEntry.Stored.class,
                    "written", JournalEntry.Written.class,
                    "committing", JournalEntry.Committing.class);

    private JournalLine() {}

    static String of(JournalEntry entry) {
        String type = entry.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        String rest = "\"" + type + "\":" + Json.line(entry) + "}";
        return HEAD + checksum(rest.getBytes(StandardCharsets.UTF_8)) + "\"," + rest;
    }

    /// The entry of a line; empty if the line is damaged.
    static Optional<JournalEntry> read(byte[] line, Place place) {
        if (line.length <= REST || !text(line, 0, REST).equals(HEAD + digits(line) + "\",")) {
            return Optional.empty();
        }
        byte[] rest = new byte[line.length - REST];
        System.arraycopy(line, REST, rest, 0, rest.length);
        if (!checksum(rest).equals(digits(line))) {
            return Optional.empty();
        }
        try {
            return entry(Json.parse(line, place), place);
        } catch (DataException unreadable) {
            return Optional.empty(); // not written by us, though its checksum is right
        }
    }

    private static Optional<JournalEntry> entry(JsonNode line, Place place) {
        for (Map.Entry<String, Class<? extends JournalEntry>> type : TYPES.entrySet()) {
            JsonNode entry = line.get(type.getKey());
            if (entry != null) {
                return Optional.of(Json.read(entry, type.getValue(), place));
            }
        }
        return Optional.empty();
    }

    private static String digits(byte[] line) {
        return text(line, HEAD.length(), DIGITS);
    }

    private static String text(byte[] line, int from, int length) {
        return new String(line, from, length, StandardCharsets.ISO_8859_1);
    }

    private static String checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
