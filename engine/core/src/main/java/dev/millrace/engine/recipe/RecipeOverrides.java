package dev.millrace.engine.recipe;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Settings that replace those of a recipe file, from the command line or from environment variables. Applied to the
/// document before it is bound, so that they are checked like everything else.
///
/// @param settings in the order in which they are applied
public record RecipeOverrides(List<Setting> settings) {

    public static final RecipeOverrides NONE = new RecipeOverrides(List.of());

    private static final int MOST_KEYS = 100; // more than any recipe is deep

    public RecipeOverrides {
        settings = List.copyOf(settings);
    }

    /// One replaced setting.
    ///
    /// @param path keys and positions from the document's root; below `strategies` the id of a strategy stands for
    ///   every strategy of that kind
    /// @param value the new value
    /// @param source who says so, such as `--set run.workers=4` or `MAX_WORKERS`
    /// @param optional whether it says nothing if the recipe has no strategy of that kind; else that is an error
    public record Setting(List<String> path, JsonNode value, String source, boolean optional) {

        public Setting {
            path = List.copyOf(path);
        }
    }

    /// From assignments such as `run.workers=4` or `strategies.risk-table-mapping.smoothFactor=0.02`. The value is
    /// JSON; what is not JSON is a text.
    ///
    /// @throws RecipeException if one of them is no assignment
    public static RecipeOverrides ofAssignments(List<String> assignments) {
        List<Setting> settings = new ArrayList<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            List<String> path = List.of(assignment.substring(0, Math.max(0, equals)).split("\\.", -1));
            if (equals < 1 || path.size() > MOST_KEYS) {
                throw new RecipeException(
                        new Problem(
                                Place.of("--set " + assignment), "this is no assignment", "Write --set path=value"));
            }
            settings.add(new Setting(path, json(assignment.substring(equals + 1)), "--set " + assignment, false));
        }
        return new RecipeOverrides(settings);
    }

    /// From the environment variables of the Python preprocessing scripts, so that their job definitions keep working.
    public static RecipeOverrides ofEnvironment(Map<String, String> environment) {
        return EnvironmentVariable.overrides(environment);
    }

    /// These, then others.
    public RecipeOverrides then(RecipeOverrides later) {
        List<Setting> both = new ArrayList<>(settings);
        both.addAll(later.settings);
        return new RecipeOverrides(both);
    }

    /// A value as JSON if it is, else as a text.
    static JsonNode json(String value) {
        try {
            return Json.parse(value.getBytes(StandardCharsets.UTF_8), Place.of(value));
        } catch (DataException text) {
            return JsonNodeFactory.instance.stringNode(value); // any value that is not JSON is meant as a text
        }
    }

    /// Changes a document.
    ///
    /// @return places in which what was replaced is named by its source
    /// @throws RecipeException if a path leads nowhere
    RecipePlaces applyTo(ObjectNode root, RecipePlaces places) {
        Map<String, String> sources = new HashMap<>();
        for (Setting setting : settings) {
            for (String pointer : apply(root, setting, 0, "")) {
                sources.put(pointer, setting.source());
            }
        }
        return pointer -> {
            for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
                String source = sources.get(at);
                if (source != null) {
                    return Place.of(source);
                }
            }
            return places.of(pointer);
        };
    }

    /// Applies a setting below a node and gives the pointers of what it replaced.
    private static List<String> apply(JsonNode node, Setting setting, int depth, String pointer) {
        String key = setting.path().get(depth);
        boolean last = depth == setting.path().size() - 1;
        List<String> replaced = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            String below = pointer + "/" + key;
            if (last) {
                object.set(key, setting.value());
                return List.of(below);
            }
            JsonNode child = object.get(key);
            if (child == null || child.isNull()) {
                replaced.add(below);
                child = object.putObject(key);
            }
            replaced.addAll(apply(child, setting, depth + 1, below));
            return replaced;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                boolean named = array.get(i).path("strategy").asString("").equals(key);
                if (!last && (named || key.equals(String.valueOf(i)))) {
                    replaced.addAll(apply(array.get(i), setting, depth + 1, pointer + "/" + i));
                }
            }
        }
        if (replaced.isEmpty() && !setting.optional()) {
            throw new RecipeException(
                    new Problem(
                            Place.of(setting.source()),
                            "there is nothing named '" + key + "' at '" + pointer + "' of the recipe",
                            "Write a path such as run.workers or strategies.risk-table-mapping.smoothFactor"));
        }
        return replaced;
    }
}
