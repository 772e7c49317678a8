package dev.millrace.engine.settings;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.NearestName;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Binds JSON objects to settings records: components are keys, [Default] fills what is absent, [Range] and [NotEmpty]
/// are checked, unknown keys are reported with the nearest known one. Goes on after a mistake, so that all are
/// reported.
///
/// Components may be text, `boolean`, `int`, `long`, `double` (or the boxed ones, where null means that nothing is
/// said), an enum (its name in lower case), another record (which may have a [ShortForm]), a list or a map from texts
/// to any of these, or [JsonNode] for what is bound later.
public final class SettingsReader {

    /// Told of each mistake; the path is a JSON pointer such as `/strategies/0/smoothFactor`.
    @FunctionalInterface
    public interface Mistakes {
        void add(String pointer, String finding, String remedy);
    }

    private final Mistakes mistakes;

    public SettingsReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /// The record an object describes; empty if there was a mistake, which has then been reported.
    public <T extends Record> Optional<T> read(JsonNode node, String pointer, Class<T> type) {
        if (!node.isObject()) {
            mistakes.add(pointer, "found " + found(node) + " where an object { … } is expected", "Write an object");
            return Optional.empty();
        }
        RecordComponent[] components = type.getRecordComponents();
        List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
        boolean sound = reportUnknownKeys(node, pointer, known);
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Bound bound = component(node, pointer, components[i]);
            values[i] = bound.value();
            sound &= bound.sound();
        }
        return sound ? Optional.of(construct(type, components, values)) : Optional.empty();
    }

    /// A key as part of a JSON pointer (RFC 6901).
    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private record Bound(@Nullable Object value, boolean sound) {
        static final Bound UNSOUND = new Bound(null, false);
    }

    private boolean reportUnknownKeys(JsonNode node, String pointer, List<String> known) {
        boolean sound = true;
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                mistakes.add(
                        pointer + "/" + escaped(key),
                        "there is no setting '" + key + "'",
                        NearestName.remedy(key, known));
                sound = false;
            }
        }
        return sound;
    }

    private Bound component(JsonNode object, String parent, RecordComponent component) {
        String pointer = parent + "/" + component.getName();
        JsonNode node = object.get(component.getName());
        if (node == null) {
            Default fallback = component.getAnnotation(Default.class);
            if (fallback != null) {
                return value(Json.known(fallback.value()), pointer, component);
            }
            if (component.getType().isRecord()) {
                return value(JsonNodeFactory.instance.objectNode(), pointer, component);
            }
            if (isNullable(component)) {
                return new Bound(null, true);
            }
            mistakes.add(pointer, "the setting '" + component.getName() + "' is missing", "Add it");
            return Bound.UNSOUND;
        }
        if (node.isNull() && isNullable(component)) {
            return new Bound(null, true);
        }
        return value(node, pointer, component);
    }

    private Bound value(JsonNode node, String pointer, RecordComponent component) {
        Bound bound = typed(node, pointer, component.getType(), component.getGenericType());
        return bound.sound() && !isAccepted(bound.value(), pointer, component) ? Bound.UNSOUND : bound;
    }

    private Bound typed(JsonNode node, String pointer, Class<?> type, Type generic) {
        if (type == JsonNode.class) {
            return new Bound(node, true);
        }
        if (type.isRecord()) {
            Optional<? extends Record> record = read(inFull(node, type), pointer, type.asSubclass(Record.class));
            return new Bound(record.orElse(null), record.isPresent());
        }
        if (type.isEnum()) {
            return constant(node, pointer, type);
        }
        if (type == List.class) {
            return list(node, pointer, ((ParameterizedType) generic).getActualTypeArguments()[0]);
        }
        if (type == Map.class) {
            return map(node, pointer, ((ParameterizedType) generic).getActualTypeArguments()[1]);
        }
        if (type == String.class) {
            return node.isString() ? new Bound(node.stringValue(), true) : wrong(node, pointer, "a text");
        }
        if (type == boolean.class || type == Boolean.class) {
            return node.isBoolean() ? new Bound(node.booleanValue(), true) : wrong(node, pointer, "true or false");
        }
        if (type == int.class || type == Integer.class) {
            return node.canConvertToInt() && node.isIntegralNumber()
                    ? new Bound(node.intValue(), true)
                    : wrong(node, pointer, "a whole number");
        }
        if (type == long.class) {
            return node.canConvertToLong() && node.isIntegralNumber()
                    ? new Bound(node.longValue(), true)
                    : wrong(node, pointer, "a whole number");
        }
        if (type == double.class) {
            return node.isNumber() ? new Bound(node.doubleValue(), true) : wrong(node, pointer, "a number");
        }
        throw new IllegalArgumentException("a setting cannot be a " + type.getName());
    }

    private Bound constant(JsonNode node, String pointer, Class<?> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                        .toList();
        int index = node.isString() ? names.indexOf(node.stringValue()) : -1;
        if (index < 0) {
            String remedy =
                    node.isString()
                            ? NearestName.remedy(node.stringValue(), names)
                            : "Write one of " + String.join(", ", names);
            mistakes.add(pointer, "found " + found(node) + " where one of a few words is expected", remedy);
            return Bound.UNSOUND;
        }
        return new Bound(type.getEnumConstants()[index], true);
    }

    private Bound list(JsonNode node, String pointer, Type element) {
        if (!node.isArray()) {
            return wrong(node, pointer, "a list [ … ]");
        }
        List<Object> values = new ArrayList<>();
        boolean sound = true;
        for (int i = 0; i < node.size(); i++) {
            Bound bound = typed(node.get(i), pointer + "/" + i, (Class<?>) element, element);
            sound &= bound.sound();
            if (bound.value() != null) {
                values.add(bound.value());
            }
        }
        return new Bound(List.copyOf(values), sound);
    }

    private Bound map(JsonNode node, String pointer, Type element) {
        if (!node.isObject()) {
            return wrong(node, pointer, "an object { … }");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        boolean sound = true;
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String at = JsonPointer.compile(pointer).appendProperty(property.getKey()).toString();
            Bound bound = typed(property.getValue(), at, (Class<?>) element, element);
            sound &= bound.sound();
            if (bound.value() != null) {
                values.put(property.getKey(), bound.value());
            }
        }
        return new Bound(Collections.unmodifiableMap(values), sound);
    }

    private static JsonNode inFull(JsonNode node, Class<?> type) {
        ShortForm form = type.getAnnotation(ShortForm.class);
        return form == null || node.isObject() ? node : JsonNodeFactory.instance.objectNode().set(form.value(), node);
    }

    private boolean isAccepted(@Nullable Object value, String pointer, RecordComponent component) {
        Range range = component.getAnnotation(Range.class);
        if (range != null && value instanceof Number number) {
            double found = number.doubleValue();
            if (!(found >= range.min() && found <= range.max())) {
                mistakes.add(pointer, "found " + number + " but " + accepted(range), "Change the value");
                return false;
            }
        }
        boolean empty =
                (value instanceof List<?> list && list.isEmpty()) || (value instanceof String text && text.isBlank());
        if (empty && component.isAnnotationPresent(NotEmpty.class)) {
            mistakes.add(
                    pointer,
                    "the setting '" + component.getName() + "' is empty",
                    value instanceof List ? "Add at least one" : "Give it a value");
            return false;
        }
        return true;
    }

    private static String accepted(Range range) {
        String min = plain(range.min());
        if (range.max() == Double.POSITIVE_INFINITY) {
            return "the least accepted value is " + min;
        }
        return "accepted are values from " + min + " to " + plain(range.max());
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private Bound wrong(JsonNode node, String pointer, String expected) {
        mistakes.add(pointer, "found " + found(node) + " where " + expected + " is expected", "Change the value");
        return Bound.UNSOUND;
    }

    private static String found(JsonNode node) {
        String json = node.toString();
        return json.length() > 40 ? json.substring(0, 40) + "…" : json;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static <T> T construct(Class<T> type, RecordComponent[] components, @Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true); // settings records may be private to their package
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " is no usable settings record", impossible);
        }
    }
}
