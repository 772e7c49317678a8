package dev.millrace.engine.json;

import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;

/// Reads and writes JSON documents. Enum constants are written in lower case, as recipes have them.
public final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build();
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter PRETTY =
            MAPPER.writer().with(new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

    private Json() {}

    /// A value as an indented document in UTF-8 that ends with a line feed.
    public static byte[] document(Object value) {
        byte[] json = PRETTY.writeValueAsBytes(value);
        byte[] document = Arrays.copyOf(json, json.length + 1);
        document[json.length] = '\n';
        return document;
    }

    /// A value in one line.
    public static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// A value as a tree.
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /// Parses a document.
    ///
    /// @param place what it is, for messages
    /// @throws DataException if it is not JSON, with the line
    public static JsonNode parse(byte[] document, Place place) {
        try {
            return MAPPER.readTree(document);
        } catch (JacksonException malformed) {
            throw new DataException(
                    new Problem(
                            place.atLine(line(malformed)),
                            "not valid JSON: " + malformed.getOriginalMessage(),
                            "Mend the file or make it anew"),
                    malformed);
        }
    }

    /// A parsed value as a record.
    ///
    /// @param place what it is, for messages
    /// @throws DataException if it does not have the record's shape
    public static <T> T read(JsonNode value, Class<T> type, Place place) {
        try {
            return MAPPER.treeToValue(value, type);
        } catch (JacksonException misshapen) {
            throw new DataException(
                    new Problem(
                            place,
                            "not as expected: " + misshapen.getOriginalMessage(),
                            "Mend the file or make it anew"),
                    misshapen);
        }
    }

    private static long line(JacksonException malformed) {
        return malformed.getLocation() == null ? 0 : Math.max(0, malformed.getLocation().getLineNr());
    }
}
