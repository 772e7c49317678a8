package dev.millrace.engine.settings;

import dev.millrace.engine.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What can be said of a settings record without a recipe: its settings with titles, kinds, ranges and defaults. Reads
/// the same annotations as [SettingsReader], so that a form shows what the reader accepts.
///
/// @param title what a person calls the whole
/// @param help what it is for
/// @param settings in the order of the record
public record SettingsOutline(String title, String help, List<Setting> settings) {

    public SettingsOutline {
        settings = List.copyOf(settings);
    }

    /// The outline of a record. A component without [Described] is not shown.
    public static SettingsOutline of(Class<? extends Record> type) {
        Described described = type.getAnnotation(Described.class);
        return new SettingsOutline(
                described == null ? type.getSimpleName() : described.title(),
                described == null ? "" : described.help(),
                settings(type));
    }

    private static List<Setting> settings(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Described.class))
                .map(component -> setting(component, component.getAnnotation(Described.class)))
                .toList();
    }

    private static Setting setting(RecordComponent component, Described described) {
        OnlyWhen when = component.getAnnotation(OnlyWhen.class);
        Default fallback = component.getAnnotation(Default.class);
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Setting(
                component.getName(),
                described.title(),
                described.help(),
                described.unit(),
                kind(component),
                fallback == null && !nullable && !component.getType().isRecord(),
                fallback == null ? null : Json.plain(Json.known(fallback.value())),
                when == null ? null : new Setting.Condition(when.setting(), when.is()));
    }

    private static SettingKind kind(RecordComponent component) {
        Class<?> type = component.getType();
        NamesColumn column = component.getAnnotation(NamesColumn.class);
        List<String> suggested = suggested(component);
        if (type == List.class) {
            return column == null ? new SettingKind.Texts(suggested) : new SettingKind.ColumnNames(column.value());
        }
        if (component.isAnnotationPresent(NamesFolder.class)) {
            return new SettingKind.Folder();
        }
        if (type == String.class && column != null) {
            return new SettingKind.ColumnName(column.value());
        }
        if (type == JsonNode.class && component.isAnnotationPresent(OrFile.class)) {
            SettingKind count = new SettingKind.Figure(false, 0, Double.POSITIVE_INFINITY);
            return new SettingKind.Entries(count, false, true);
        }
        Range range = component.getAnnotation(Range.class);
        return kind(type, component.getGenericType(), suggested, range, column != null);
    }

    private static SettingKind kind(
            Class<?> type, Type generic, List<String> suggested, @Nullable Range range, boolean byColumn) {
        if (type.isRecord()) {
            return nested(type, suggested);
        }
        if (type.isEnum()) {
            return new SettingKind.Choice(suggested.isEmpty() ? words(type) : suggested);
        }
        if (type == Map.class) {
            Class<?> value = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[1];
            return new SettingKind.Entries(kind(value, value, suggested, null, false), byColumn, false);
        }
        if (type == boolean.class) {
            return new SettingKind.Flag();
        }
        if (type == Boolean.class) {
            return new SettingKind.Choice(List.of("true", "false"));
        }
        if (type == double.class || type == int.class || type == long.class || type == Integer.class) {
            double min = range == null ? Double.NEGATIVE_INFINITY : range.min();
            double max = range == null ? Double.POSITIVE_INFINITY : range.max();
            return new SettingKind.Figure(type != double.class, min, max);
        }
        return new SettingKind.Text(suggested); // a text, or a JSON value that is written as one
    }

    /// The words narrow the choice of the setting that may stand for all.
    private static SettingKind nested(Class<?> type, List<String> suggested) {
        ShortForm form = type.getAnnotation(ShortForm.class);
        String key = form == null ? "" : form.value();
        List<Setting> settings =
                settings(type).stream()
                        .map(setting -> setting.key().equals(key) ? narrowed(setting, suggested) : setting)
                        .toList();
        return new SettingKind.Nested(settings, key);
    }

    private static Setting narrowed(Setting setting, List<String> suggested) {
        SettingKind kind =
                setting.kind() instanceof SettingKind.Choice && !suggested.isEmpty()
                        ? new SettingKind.Choice(suggested)
                        : setting.kind();
        return new Setting(
                setting.key(),
                setting.title(),
                setting.help(),
                setting.unit(),
                kind,
                setting.required(),
                setting.fallback(),
                setting.onlyWhen());
    }

    private static List<String> suggested(RecordComponent component) {
        Suggested suggested = component.getAnnotation(Suggested.class);
        return suggested == null ? List.of() : List.of(suggested.value());
    }

    private static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
