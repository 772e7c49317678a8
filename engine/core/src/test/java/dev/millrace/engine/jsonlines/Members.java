package dev.millrace.engine.jsonlines;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An object taken apart by Jackson.
///
/// @param notations each value as it is written, by key
/// @param between what stands between the values: braces, keys, blanks
record Members(Map<String, String> notations, List<String> between) {

    private static final JsonFactory FACTORY = new JsonFactory();

    static Members of(String object) {
        Map<String, String> notations = new LinkedHashMap<>();
        List<String> between = new ArrayList<>();
        int next = 0;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), object)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                JsonToken token = parser.nextToken();
                int start = (int) parser.currentTokenLocation().getCharOffset();
                if (token == JsonToken.VALUE_STRING) {
                    parser.getString(); // else its end is not known yet
                }
                parser.skipChildren();
                int end = (int) parser.currentLocation().getCharOffset();
                String notation = object.substring(start, end);
                boolean number = token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
                notation = number ? parser.getString() : notation;
                notations.put(key, notation);
                between.add(object.substring(next, start));
                next = start + notation.length();
            }
        }
        between.add(object.substring(next));
        return new Members(notations, between);
    }

    /// The value of a key as the engine understands it: the characters of a text, the notation of anything else, empty
    /// for none.
    String value(String key) {
        String notation = notations.getOrDefault(key, "null");
        if (notation.equals("null")) {
            return "";
        }
        if (!notation.startsWith("\"")) {
            return notation;
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), notation)) {
            parser.nextToken();
            return parser.getString();
        }
    }
}
