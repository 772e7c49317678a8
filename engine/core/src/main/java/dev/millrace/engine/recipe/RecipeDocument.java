package dev.millrace.engine.recipe;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.settings.OrFile;
import dev.millrace.engine.strategy.Strategies;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The JSON of a recipe while a person edits it: any object, sound or not. Immutable; every change gives another one.
///
/// Values are plain Java ones: texts, booleans, numbers, lists and maps; places in it are JSON pointers (RFC 6901) such
/// as `/strategies/0/fields`. [RecipeReader#draft] tells what is wrong with it.
public final class RecipeDocument {

    /// Where the strategies stand.
    public static final String STRATEGIES = "/strategies";

    private static final List<String> PATHS =
            List.of("/dataset/path", "/dataset/signature", "/artifacts/input", "/output/path");

    private final ObjectNode root;

    private RecipeDocument(ObjectNode root) {
        this.root = root;
    }

    /// A document as it is written in a file.
    ///
    /// @param source what a person calls it, for messages
    /// @throws RecipeException if it is not JSON, or no object
    public static RecipeDocument parse(byte[] json, String source) {
        if (RecipeReader.requireJson(json, source) instanceof ObjectNode object) {
            return new RecipeDocument(object);
        }
        throw new RecipeException(
                new Problem(Place.of(source), "a recipe is an object { … }", "Write an object, or open another file"));
    }

    /// A recipe with every setting written out.
    public static RecipeDocument of(Recipe recipe) {
        return new RecipeDocument((ObjectNode) Json.known(new String(recipe.document(), StandardCharsets.UTF_8)));
    }

    /// The value at a pointer; empty if there is none.
    public Optional<Object> value(String pointer) {
        JsonNode node = root.at(pointer);
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(Json.plain(node));
    }

    /// The text at a pointer; empty if there is something else.
    public String text(String pointer) {
        return root.at(pointer).asString("");
    }

    /// How many strategies there are.
    public int strategies() {
        return root.at(STRATEGIES).size();
    }

    /// The pointer of a strategy.
    public static String strategy(int position) {
        return STRATEGIES + "/" + position;
    }

    /// Whether a strategy is switched on.
    public boolean isOn(int position) {
        return root.at(strategy(position)).path(RecipeBinder.ENABLED).booleanValue(true);
    }

    /// The same with another value; objects on the way are made.
    ///
    /// @param value null removes what is there
    public RecipeDocument with(String pointer, @Nullable Object value) {
        ObjectNode changed = root.deepCopy();
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = parent(changed, at);
        JsonPointer last = at.last();
        if (parent instanceof ObjectNode object) {
            set(object, last.getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array && value != null) {
            array.set(last.getMatchingIndex(), Json.tree(value));
        }
        return new RecipeDocument(changed);
    }

    private static void set(ObjectNode object, String key, @Nullable Object value) {
        if (value == null) {
            object.remove(key);
        } else {
            object.set(key, Json.tree(value));
        }
    }

    private static JsonNode parent(ObjectNode root, JsonPointer at) {
        JsonNode node = root;
        for (JsonPointer rest = at; !rest.tail().matches(); rest = rest.tail()) {
            JsonNode child = node.path(rest.getMatchingProperty());
            if (node instanceof ArrayNode array) {
                child = array.path(rest.getMatchingIndex());
            }
            if (!child.isContainer() && node instanceof ObjectNode object) {
                child = object.putObject(rest.getMatchingProperty());
            }
            node = child;
        }
        return node;
    }

    /// The same with a strategy switched on or off.
    public RecipeDocument switched(int position, boolean on) {
        return with(strategy(position) + "/" + RecipeBinder.ENABLED, on ? null : false);
    }

    /// The same with one more strategy.
    ///
    /// @param settings its settings with the key `strategy`
    public RecipeDocument inserted(int position, Map<String, ?> settings) {
        List<JsonNode> list = list();
        list.add(position, Json.tree(settings));
        return withList(list);
    }

    /// The same without a strategy.
    public RecipeDocument without(int position) {
        List<JsonNode> list = list();
        list.remove(position);
        return withList(list);
    }

    /// The same with a strategy in another place.
    public RecipeDocument moved(int from, int to) {
        List<JsonNode> list = list();
        list.add(to, list.remove(from));
        return withList(list);
    }

    private List<JsonNode> list() {
        List<JsonNode> list = new ArrayList<>();
        root.at(STRATEGIES).forEach(list::add);
        return list;
    }

    private RecipeDocument withList(List<JsonNode> list) {
        ObjectNode changed = root.deepCopy();
        changed.putArray(STRATEGIES.substring(1)).addAll(list);
        return new RecipeDocument(changed);
    }

    /// The same with paths in full, which means the same wherever it is kept.
    ///
    /// @param folder what its relative paths are relative to
    /// @param strategies whose settings may be paths
    public RecipeDocument resolved(Path folder, Strategies strategies) {
        List<String> pointers = new ArrayList<>(PATHS);
        for (int i = 0; i < strategies(); i++) {
            String strategy = strategy(i);
            strategies
                    .named(text(strategy + "/strategy"))
                    .ifPresent(type ->
                            Arrays.stream(type.settings().getRecordComponents())
                                    .filter(component -> component.isAnnotationPresent(OrFile.class))
                                    .map(RecordComponent::getName)
                                    .forEach(name -> pointers.add(strategy + "/" + name)));
        }
        RecipeDocument resolved = this;
        for (String pointer : pointers) {
            if (root.at(pointer).isString()) {
                Path path = folder.resolve(text(pointer)).toAbsolutePath().normalize();
                resolved = resolved.with(pointer, path.toString());
            }
        }
        return resolved;
    }

    JsonNode root() {
        return root;
    }

    /// The document as its file.
    public byte[] bytes() {
        return Json.document(root);
    }

    /// The document as a person reads it.
    @Override
    public String toString() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecipeDocument document && toString().equals(document.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
