package dev.millrace.engine.recipe;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

import java.util.HashMap;
import java.util.Map;

/// Where the values of a JSON document stand: line numbers by JSON pointer.
final class JsonLines {

    private final Map<String, Integer> lines = new HashMap<>();

    /// Notes where every value of a document stands.
    ///
    /// @throws tools.jackson.core.JacksonException if the document is not JSON or names a key twice
    JsonLines(byte[] document) {
        JsonFactory factory = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), document)) {
            while (parser.nextToken() != null) {
                JsonToken token = parser.currentToken();
                if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    String pointer = parser.streamReadContext().pathAsPointer().toString();
                    lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
                }
            }
        }
    }

    /// Checks a document.
    ///
    /// @throws tools.jackson.core.JacksonException if it is not JSON or names a key twice
    static void require(byte[] document) {
        new JsonLines(document);
    }

    /// The line of a value, or of the nearest value around it that stands in the document.
    int of(String pointer) {
        String nearest = pointer;
        while (!lines.containsKey(nearest) && !nearest.isEmpty()) {
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        return lines.getOrDefault(nearest, 1);
    }
}
