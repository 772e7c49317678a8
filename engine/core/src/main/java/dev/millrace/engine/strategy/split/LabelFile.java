package dev.millrace.engine.strategy.split;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.strategy.ArtifactFile;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The numbers of labels as a file: `{label: number}`. There is none for labels that are numbers themselves.
final class LabelFile {

    static final String NAME = "label_map.json";

    private LabelFile() {}

    static List<ArtifactFile> write(LabelNumbers labels) {
        return switch (labels) {
            case LabelNumbers.Whole _ -> List.of();
            case LabelNumbers.Named(Map<String, Long> numbers) ->
                    List.of(new ArtifactFile(NAME, Json.document(numbers)));
        };
    }

    /// @throws DataException if it is not of that form
    static LabelNumbers parse(byte[] json) {
        JsonNode root = Json.parse(json, Place.of(NAME));
        boolean sound = root.isObject();
        Map<String, Long> numbers = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            JsonNode number = entry.getValue();
            sound &= number.isIntegralNumber() && number.canConvertToLong();
            if (sound) {
                numbers.put(entry.getKey(), number.longValue());
            }
        }
        if (!sound) {
            throw new DataException(
                    new Problem(
                            Place.of(NAME),
                            "it does not say a whole number for each label",
                            "Choose the model folder of a finished run in artifacts.input"));
        }
        return new LabelNumbers.Named(numbers);
    }
}
