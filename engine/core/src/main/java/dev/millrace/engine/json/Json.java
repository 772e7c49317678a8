package dev.millrace.engine.json;

import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads and writes JSON documents. Enum constants are written in lower case, as recipes have them.
public final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
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

    /// A value as plain Java ones: texts, booleans, numbers, lists and maps.
    public static Object plain(Object value) {
        return MAPPER.convertValue(value, Object.class);
    }

    /// Parses a document, which is UTF-8 and holds whole characters only, so that it can be written again.
    ///
    /// @param place what it is, for messages
    /// @throws DataException if it is not JSON, with the line
    public static JsonNode parse(byte[] document, Place place) {
        try {
            JsonNode root = MAPPER.readTree(text(document));
            if (root.isMissingNode()) {
                throw refused(place, "the document is empty", null);
            }
            if (hasHalfCharacter(root)) {
                throw refused(place, "a text has half of a character (\\ud800 to \\udfff stand in pairs only)", null);
            }
            return root;
        } catch (CharacterCodingException undecodable) {
            throw refused(place, "not UTF-8", undecodable);
        } catch (JacksonException malformed) {
            String reason = malformed.getOriginalMessage();
            throw refused(place.atLine(line(malformed)), "not valid JSON: " + reason, malformed);
        }
    }

    /// Parses what is known to be a document, as the program wrote it itself.
    public static JsonNode known(String document) {
        return MAPPER.readTree(document);
    }

    /// A parsed value as a record.
    ///
    /// @param place what it is, for messages
    /// @throws DataException if it does not have the record's shape
    public static <T> T read(JsonNode value, Class<T> type, Place place) {
        try {
            return MAPPER.treeToValue(value, type);
        } catch (JacksonException misshapen) {
            throw refused(place, "not as expected: " + misshapen.getOriginalMessage(), misshapen);
        }
    }

    private static DataException refused(Place place, String finding, @Nullable Exception cause) {
        return new DataException(new Problem(place, finding, "Mend the file or make it anew"), cause);
    }

    private static String text(byte[] document) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean hasHalfCharacter(JsonNode node) {
        return isHalf(node.asString(""))
                || node.valueStream().anyMatch(Json::hasHalfCharacter)
                || node.propertyNames().stream().anyMatch(Json::isHalf);
    }

    private static boolean isHalf(String text) {
        return text.codePoints().anyMatch(character -> Character.getType(character) == Character.SURROGATE);
    }

    private static long line(JacksonException malformed) {
        return malformed.getLocation() == null ? 0 : Math.max(0, malformed.getLocation().getLineNr());
    }
}
