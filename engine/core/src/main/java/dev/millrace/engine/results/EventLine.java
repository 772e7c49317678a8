package dev.millrace.engine.results;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Place;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// An event as the run's log has it.
///
/// @param at when, as it is written
/// @param event its type, such as `PassStarted`
/// @param details what else is known of it, in one line
public record EventLine(String at, String event, String details) {

    private static final int MOST_MEBIBYTES = 256;
    private static final List<String> SHOWN = List.of("at", "event");

    /// Reads a log; a line that is torn or damaged ends it.
    static List<EventLine> read(Path file) {
        List<EventLine> lines = new ArrayList<>();
        for (String line :
                new String(ResultFile.bytes(file, MOST_MEBIBYTES), StandardCharsets.UTF_8).lines().toList()) {
            try {
                lines.add(of(Json.parse(line.getBytes(StandardCharsets.UTF_8), Place.of(file))));
            } catch (EngineException torn) {
                return lines;
            }
        }
        return lines;
    }

    private static EventLine of(JsonNode event) {
        String details =
                event.properties().stream()
                        .filter(entry -> !SHOWN.contains(entry.getKey()))
                        .map(entry -> entry.getKey() + " " + word(entry.getValue()))
                        .collect(Collectors.joining(", "));
        return new EventLine(event.path("at").asString(""), event.path("event").asString(""), details);
    }

    /// A shard is named by its path, as everywhere.
    private static String word(JsonNode value) {
        return value.isObject() && value.has("path") ? value.path("path").asString("") : Cell.of(value).text();
    }
}
