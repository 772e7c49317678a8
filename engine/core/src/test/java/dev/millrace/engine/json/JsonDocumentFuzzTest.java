package dev.millrace.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.problem.Place;
import dev.millrace.engine.testing.Fuzzing;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Damaged JSON documents.
final class JsonDocumentFuzzTest {

    private static final List<String> WORDS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    "[[[[[[[[",
                    ",",
                    ":",
                    "\"",
                    "\\u",
                    "\\ud800",
                    "null",
                    "true",
                    "-",
                    "1e999999999",
                    "0.",
                    "NaN",
                    "/*",
                    "\n",
                    "\0",
                    "\u00EF\u00BB\u00BF",
                    "\u00FE\u00FF",
                    "\u00ED\u00A0\u0080");

    @Test
    void whatIsReadIsTheSameWhenItIsWrittenAndReadAgain() {
        new Fuzzing("JSON documents", random -> Json.document(value(random, 4)), WORDS)
                .feed((input, _) -> {
                    JsonNode read = Json.parse(input, Place.of("document.json"));
                    byte[] written = Json.line(read).getBytes(StandardCharsets.UTF_8);
                    assertThat(Json.line(Json.parse(written, Place.of("copy.json")))).isEqualTo(Json.line(read));
                });
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextGaussian();
            case 2 -> random.nextBoolean();
            case 3 -> "größe \\ \" \n 😀".substring(random.nextInt(5));
            case 4 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                yield list;
            }
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    map.put("key" + i, value(random, depth - 1));
                }
                yield map;
            }
        };
    }
}
