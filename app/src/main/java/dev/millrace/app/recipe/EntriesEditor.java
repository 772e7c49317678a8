package dev.millrace.app.recipe;

import dev.millrace.app.text.Texts;
import dev.millrace.engine.settings.SettingKind;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;

/// Values by name, such as what fills single columns, or counts of strata: a row for each, and a box to add another.
final class EntriesEditor extends VBox {

    private final FieldModel field;
    private final SettingKind.Entries kind;
    private final FieldEditors editors;
    private final Texts texts;
    private final VBox rows = new VBox();
    private List<String> shown = List.of();

    EntriesEditor(FieldModel field, SettingKind.Entries kind, FieldEditors editors, Texts texts) {
        this.field = field;
        this.kind = kind;
        this.editors = editors;
        this.texts = texts;
        getStyleClass().add("column-picker");
        rows.getStyleClass().add("entries");
        getChildren().setAll(rows, kind.byColumn() ? columnBox() : nameBox());
        field.valueProperty().subscribe(_ -> show());
        show();
    }

    private void show() {
        List<String> names = field.names();
        String file = field.valueProperty().get() instanceof String path ? path : "";
        if (names.equals(shown) && file.isEmpty() && !rows.getChildren().isEmpty()) {
            return;
        }
        shown = names;
        List<Node> nodes = new ArrayList<>();
        names.forEach(name -> nodes.add(row(name)));
        if (!file.isEmpty()) {
            nodes.add(Chip.of(texts.of("recipe.entries.file", file), texts, () -> field.set(null)));
        }
        rows.getChildren().setAll(nodes);
        rows.setVisible(!nodes.isEmpty());
        rows.setManaged(!nodes.isEmpty());
    }

    private Node row(String name) {
        Label title = new Label(name);
        title.getStyleClass().add("entry-name");
        FieldView value = new FieldView(field.entry(name), editors);
        value.getChildren().removeFirst(); // its title is the name
        HBox.setHgrow(value, Priority.ALWAYS);
        Button remove = new Button("", new FontIcon("mdoal-close"));
        remove.getStyleClass().addAll("button-icon", "flat");
        remove.setAccessibleText(texts.of("recipe.chip.remove", name));
        remove.setTooltip(new Tooltip(texts.of("recipe.chip.remove", name)));
        remove.setOnAction(_ -> field.removeEntry(name));
        HBox row = new HBox(title, value, remove);
        row.getStyleClass().add("entry");
        return row;
    }

    /// What a new entry begins with.
    private Object first() {
        if (kind.value() instanceof SettingKind.Nested nested
                && nested.settings().getFirst().kind() instanceof SettingKind.Choice(List<String> words)) {
            return words.contains("mode") ? "mode" : words.getFirst();
        }
        return 0;
    }

    private Node columnBox() {
        ComboBox<String> box = new ComboBox<>();
        box.setPromptText(texts.of("recipe.entries.column"));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnShowing(_ -> box.getItems().setAll(left()));
        box.setId("add-entry");
        box.valueProperty()
                .subscribe((_, name) -> {
                    if (name != null) {
                        field.addEntry(name, first());
                        box.setValue(null);
                    }
                });
        return box;
    }

    private List<String> left() {
        return field.editor().sampleProperty().get().columns().stream()
                .map(ColumnSeen::name)
                .filter(name -> !field.names().contains(name))
                .toList();
    }

    /// A name; where a file may stand in the place of all, the name of a JSON file is taken as one.
    private Node nameBox() {
        TextField box = new TextField();
        box.setPromptText(texts.of(kind.orFile() ? "recipe.entries.nameOrFile" : "recipe.entries.name"));
        box.setAccessibleText(field.setting().title());
        box.setId("add-entry");
        box.setOnAction(_ -> {
            String typed = box.getText().strip();
            if (kind.orFile() && typed.endsWith(".json")) {
                field.set(typed);
            } else if (!typed.isEmpty() && !field.names().contains(typed)) {
                field.addEntry(typed, first());
            }
            box.clear();
        });
        return box;
    }
}
