package dev.millrace.app.recipe;

import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.settings.Setting;
import dev.millrace.engine.settings.SettingKind;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// Where in a document the value of a field is kept.
sealed interface Slot {

    /// The value; null if there is none.
    @Nullable Object get(RecipeDocument document);

    /// The document with another value.
    ///
    /// @param value null removes it
    RecipeDocument set(RecipeDocument document, @Nullable Object value);

    /// At a JSON pointer.
    record At(String pointer) implements Slot {
        @Override
        public @Nullable Object get(RecipeDocument document) {
            return document.value(pointer).orElse(null);
        }

        @Override
        public RecipeDocument set(RecipeDocument document, @Nullable Object value) {
            return document.with(pointer, value);
        }
    }

    /// An entry of a map.
    record Entry(Slot map, String name) implements Slot {
        @Override
        public @Nullable Object get(RecipeDocument document) {
            return map.get(document) instanceof Map<?, ?> entries ? entries.get(name) : null;
        }

        @Override
        public RecipeDocument set(RecipeDocument document, @Nullable Object value) {
            Map<String, Object> entries = copy(map.get(document));
            put(entries, name, value);
            return map.set(document, entries);
        }
    }

    /// A setting of a nested record, which may be written as the value of one of its settings.
    record Part(Slot whole, SettingKind.Nested kind, String key) implements Slot {
        @Override
        public @Nullable Object get(RecipeDocument document) {
            return inFull(document).get(key);
        }

        @Override
        public RecipeDocument set(RecipeDocument document, @Nullable Object value) {
            Map<String, Object> parts = inFull(document);
            put(parts, key, value);
            for (Setting setting : kind.settings()) {
                Setting.Condition condition = setting.onlyWhen();
                if (condition != null && !condition.is().equals(parts.get(condition.setting()))) {
                    parts.remove(setting.key()); // it would contradict the other one
                }
            }
            return whole.set(document, inShort(parts));
        }

        private Map<String, Object> inFull(RecipeDocument document) {
            Object value = whole.get(document);
            if (value != null && !(value instanceof Map)) {
                return new LinkedHashMap<>(Map.of(kind.shortForm(), value));
            }
            Map<String, Object> parts = copy(value);
            for (Setting setting : kind.settings()) {
                Setting.Condition condition = setting.onlyWhen();
                if (condition != null && parts.containsKey(setting.key())) {
                    parts.putIfAbsent(condition.setting(), condition.is()); // goes without saying
                }
            }
            return parts;
        }

        private @Nullable Object inShort(Map<String, Object> parts) {
            if (parts.isEmpty()) {
                return null;
            }
            boolean isShort = parts.size() == 1 && parts.containsKey(kind.shortForm());
            return isShort ? parts.get(kind.shortForm()) : parts;
        }
    }

    private static Map<String, Object> copy(@Nullable Object map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (map instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }
}
