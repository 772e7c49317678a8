package dev.millrace.engine.results;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.recipe.RecipeDocument;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What two recipes say differently, setting by setting. Strategies are compared with those of the same name, whatever
/// their position.
public final class RecipeDifference {

    private static final String STRATEGY = "strategy";

    private final List<Change> changes = new ArrayList<>();

    private RecipeDifference() {}

    /// A setting that differs.
    ///
    /// @param setting its place, such as `risk-table-mapping/smoothFactor` or `run/mode`
    /// @param before its value as JSON, null if only the second recipe has it
    /// @param after its value as JSON, null if only the first recipe has it
    public record Change(String setting, @Nullable String before, @Nullable String after) {}

    /// The settings that differ, in the order of the first recipe.
    public static List<Change> of(RecipeDocument before, RecipeDocument after) {
        RecipeDifference difference = new RecipeDifference();
        difference.compare("", tree(before), tree(after));
        return List.copyOf(difference.changes);
    }

    private static JsonNode tree(RecipeDocument recipe) {
        return Json.parse(recipe.bytes(), Place.of("recipe"));
    }

    private void compare(String place, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null || after == null) {
            changes.add(new Change(place, text(before), text(after)));
        } else if (before.isObject() && after.isObject()) {
            compareMembers(place, members(before), members(after));
        } else if (isListOfStrategies(before) && isListOfStrategies(after)) {
            compareMembers("", strategies(before), strategies(after));
            compareOrder(before, after);
        } else if (!before.equals(after)) {
            changes.add(new Change(place, text(before), text(after)));
        }
    }

    private void compareMembers(String place, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            compare(place.isEmpty() ? name : place + "/" + name, before.get(name), after.get(name));
        }
    }

    private void compareOrder(JsonNode before, JsonNode after) {
        List<String> first = new ArrayList<>(strategies(before).keySet());
        List<String> second = new ArrayList<>(strategies(after).keySet());
        first.retainAll(strategies(after).keySet());
        second.retainAll(strategies(before).keySet());
        if (!first.equals(second)) {
            changes.add(new Change("strategies", String.join(", ", first), String.join(", ", second)));
        }
    }

    private static boolean isListOfStrategies(JsonNode list) {
        return list.isArray() && list.valueStream().allMatch(entry -> entry.path(STRATEGY).isString());
    }

    /// The strategies by name; of several with one name, the later ones with a number.
    private static Map<String, JsonNode> strategies(JsonNode list) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (JsonNode entry : list) {
            String name = entry.path(STRATEGY).asString("");
            int occurrence = seen.merge(name, 1, Integer::sum);
            named.put(occurrence == 1 ? name : name + " " + occurrence, entry);
        }
        return named;
    }

    private static Map<String, JsonNode> members(JsonNode object) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : Json.line(value);
    }
}
