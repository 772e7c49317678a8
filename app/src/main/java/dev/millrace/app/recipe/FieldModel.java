package dev.millrace.app.recipe;

import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.settings.Setting;
import dev.millrace.engine.settings.SettingKind;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One field of a form: a setting, its value in the document, and what the engine says is wrong with it.
public final class FieldModel {

    private final Setting setting;
    private final String pointer;
    private final Slot slot;
    private final RecipeEditor editor;
    private final List<FieldModel> parts = new ArrayList<>();
    private final Map<String, FieldModel> entries = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Object> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper mistake = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper applies = new ReadOnlyBooleanWrapper(true);
    private @Nullable RecipeReview review;

    FieldModel(Setting setting, String pointer, Slot slot, RecipeEditor editor) {
        this.setting = setting;
        this.pointer = pointer;
        this.slot = slot;
        this.editor = editor;
        if (setting.kind() instanceof SettingKind.Nested nested) {
            for (Setting part : nested.settings()) {
                Slot inside = new Slot.Part(slot, nested, part.key());
                parts.add(new FieldModel(part, pointer + "/" + part.key(), inside, editor));
            }
        }
    }

    public Setting setting() {
        return setting;
    }

    /// Where the value stands, as a JSON pointer.
    public String pointer() {
        return pointer;
    }

    public RecipeEditor editor() {
        return editor;
    }

    /// The fields of a nested record.
    public List<FieldModel> parts() {
        return List.copyOf(parts);
    }

    /// The value, of plain Java; null if the document does not name it.
    public ReadOnlyObjectProperty<@Nullable Object> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /// What is wrong, in a sentence or two; empty if nothing is.
    public ReadOnlyStringProperty mistakeProperty() {
        return mistake.getReadOnlyProperty();
    }

    /// Whether the setting means anything as things are.
    public ReadOnlyBooleanProperty appliesProperty() {
        return applies.getReadOnlyProperty();
    }

    /// The value, or the default if the document names none.
    public @Nullable Object effective() {
        return value.get() == null ? setting.fallback() : value.get();
    }

    /// The texts of a list; none if there is no list.
    public List<String> list() {
        return effective() instanceof List<?> list ? list.stream().map(TypedText::text).toList() : List.of();
    }

    /// The names of a map's entries.
    public List<String> names() {
        return effective() instanceof Map<?, ?> map ? map.keySet().stream().map(String::valueOf).toList() : List.of();
    }

    /// The field of an entry of a map.
    public FieldModel entry(String name) {
        return entries.computeIfAbsent(name, this::newEntry);
    }

    private FieldModel newEntry(String name) {
        SettingKind kind =
                setting.kind() instanceof SettingKind.Entries(SettingKind inside, _, _) ? inside : setting.kind();
        Setting each = new Setting(name, name, "", "", kind, false, null, null);
        String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
        FieldModel entry = new FieldModel(each, at, new Slot.Entry(slot, name), editor);
        entry.show(editor.document());
        if (review != null) {
            entry.show(review);
        }
        return entry;
    }

    /// Sets the value, in one step that can be undone.
    ///
    /// @param changed null leaves the setting to its default
    public void set(@Nullable Object changed) {
        editor.edit(slot.set(editor.document(), changed), setting.title());
    }

    /// Sets the value while a person types.
    public void type(String text) {
        if (!TypedText.means(setting.kind(), text, value.get())) {
            Object typed = TypedText.value(setting.kind(), text);
            if (typed == null && slot instanceof Slot.Entry) {
                typed = ""; // an entry stays until it is removed
            }
            editor.type(slot.set(editor.document(), typed), setting.title(), pointer);
        }
    }

    /// Adds an entry to a map.
    public void addEntry(String name, Object first) {
        editor.edit(new Slot.Entry(slot, name).set(editor.document(), first), setting.title());
    }

    public void removeEntry(String name) {
        editor.edit(new Slot.Entry(slot, name).set(editor.document(), null), setting.title());
    }

    void show(RecipeDocument document) {
        value.set(slot.get(document));
        parts.forEach(part -> part.show(document));
        parts.forEach(part -> part.applyAmong(parts));
        entries.keySet().retainAll(names());
        entries.values().forEach(entry -> entry.show(document));
    }

    /// Finds out whether it means anything beside the other fields of its record.
    void applyAmong(List<FieldModel> siblings) {
        Setting.Condition condition = setting.onlyWhen();
        applies.set(
                condition == null
                        || siblings.stream()
                                .filter(field -> field.setting.key().equals(condition.setting()))
                                .anyMatch(field -> condition.is().equals(field.effective())));
    }

    void show(RecipeReview found) {
        review = found;
        parts.forEach(part -> part.show(found));
        entries.values().forEach(entry -> entry.show(found));
        mistake.set(
                found.problemsAt(pointer).stream()
                        .filter(problem -> isOwn(RecipeReview.pointer(problem)))
                        .findFirst()
                        .map(FieldModel::sentence)
                        .orElse(""));
    }

    /// What is wrong inside is shown there, if there is a field for it.
    private boolean isOwn(String at) {
        return parts.stream().noneMatch(part -> RecipeReview.isWithin(at, part.pointer))
                && entries.values().stream().noneMatch(entry -> RecipeReview.isWithin(at, entry.pointer));
    }

    /// A problem without its place.
    static String sentence(Problem problem) {
        return capital(problem.finding()) + " " + capital(problem.remedy());
    }

    private static String capital(String text) {
        String begun = text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return begun.endsWith(".") || begun.isEmpty() ? begun : begun + ".";
    }
}
