package dev.millrace.app.recipe;

import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Desktop;
import dev.millrace.app.view.Shown;
import dev.millrace.app.view.WrappingLine;
import dev.millrace.engine.settings.SettingKind;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.math.BigDecimal;
import java.util.List;

/// Makes the editor of a field by the kind of its setting.
final class FieldEditors {

    /// A choice of this many words is shown as buttons side by side.
    static final int MOST_SIDE_BY_SIDE = 4;

    private final Desktop desktop;
    private final Texts texts;

    FieldEditors(Desktop desktop, Texts texts) {
        this.desktop = desktop;
        this.texts = texts;
    }

    Node of(FieldModel field) {
        return switch (field.setting().kind()) {
            case SettingKind.Text(List<String> suggested) ->
                    suggested.isEmpty() ? text(field) : words(field, suggested);
            case SettingKind.Folder _ -> folder(field);
            case SettingKind.Figure figure -> number(field, figure);
            case SettingKind.Flag _ -> flag(field);
            case SettingKind.Choice(List<String> words) ->
                    words.size() <= MOST_SIDE_BY_SIDE ? buttons(field, words) : list(field, words);
            case SettingKind.ColumnName _ -> new ColumnPicker(field, texts);
            case SettingKind.ColumnNames _ -> new ColumnPicker(field, texts);
            case SettingKind.Texts _ -> new ChipsEditor(field, texts);
            case SettingKind.Entries entries -> new EntriesEditor(field, entries, this, texts);
            case SettingKind.Nested nested -> nested(field, nested);
        };
    }

    private TextField text(FieldModel field) {
        TextField box = new TextField();
        box.setPromptText(TypedText.text(field.setting().fallback()));
        field.valueProperty()
                .subscribe(value -> {
                    if (!TypedText.means(field.setting().kind(), box.getText(), value)) {
                        box.setText(TypedText.text(value));
                    }
                });
        box.textProperty().subscribe((_, typed) -> field.type(typed));
        return box;
    }

    private Node folder(FieldModel field) {
        TextField box = text(field);
        HBox.setHgrow(box, Priority.ALWAYS);
        Button choose = new Button("", new FontIcon("mdoal-folder_open"));
        choose.getStyleClass().add("button-icon");
        choose.setAccessibleText(texts.of("recipe.folder.choose", field.setting().title()));
        choose.setTooltip(new Tooltip(choose.getAccessibleText()));
        choose.setOnAction(
                _ -> desktop.chooseFolder(field.setting().title()).ifPresent(folder -> field.set(folder.toString())));
        HBox line = new HBox(box, choose);
        line.getStyleClass().add("field-line");
        return line;
    }

    private Node number(FieldModel field, SettingKind.Figure figure) {
        TextField box = text(field);
        box.getStyleClass().add("number-box");
        box.setAccessibleText(field.setting().title());
        Label unit = new Label(unit(field.setting().unit(), figure));
        unit.getStyleClass().add("field-unit");
        unit.setWrapText(true);
        WrappingLine line = new WrappingLine(box, unit);
        line.getStyleClass().add("field-line");
        return line;
    }

    private String unit(String unit, SettingKind.Figure figure) {
        String range =
                Double.isInfinite(figure.min())
                        ? ""
                        : Double.isInfinite(figure.max())
                                ? texts.of("recipe.range.from", plain(figure.min()))
                                : texts.of("recipe.range", plain(figure.min()), plain(figure.max()));
        return unit.isEmpty() || range.isEmpty() ? unit + range : unit + ", " + range;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /// Any text, with usual ones to choose from.
    private static Node words(FieldModel field, List<String> suggested) {
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.getItems().setAll(suggested);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPromptText(TypedText.text(field.setting().fallback()));
        field.valueProperty().subscribe(value -> box.setValue(TypedText.text(value)));
        box.getEditor().textProperty().subscribe((_, typed) -> field.type(typed));
        return box;
    }

    private static ComboBox<String> list(FieldModel field, List<String> words) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(words);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPromptText(TypedText.text(field.setting().fallback()));
        field.valueProperty().subscribe(_ -> box.setValue(shown(field)));
        box.valueProperty()
                .subscribe((_, word) -> {
                    if (word != null && !word.equals(shown(field))) {
                        field.set(value(field, word));
                    }
                });
        return box;
    }

    private static @Nullable String shown(FieldModel field) {
        Object value = field.effective();
        return value == null ? null : TypedText.text(value);
    }

    private static Object value(FieldModel field, String word) {
        boolean isFlag =
                field.setting().kind() instanceof SettingKind.Choice(List<String> words) && words.contains("true");
        return isFlag ? Boolean.valueOf(word) : word;
    }

    private static Node buttons(FieldModel field, List<String> words) {
        ToggleGroup group = new ToggleGroup();
        FlowPane row = new FlowPane();
        row.getStyleClass().addAll("segments", "chips");
        for (String word : words) {
            ToggleButton button = new ToggleButton(word.replace('_', ' '));
            button.setId("choose-" + word);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.getStyleClass().add("segment");
            button.setAccessibleText(field.setting().title() + ": " + word);
            button.setOnAction(_ -> {
                field.set(value(field, word));
                button.setSelected(true); // a second click does not take the choice away
            });
            field.valueProperty().subscribe(_ -> button.setSelected(word.equals(shown(field))));
            row.getChildren().add(button);
        }
        return row;
    }

    private static Node flag(FieldModel field) {
        CheckBox box = new CheckBox(field.setting().title());
        field.valueProperty().subscribe(_ -> box.setSelected(field.effective() instanceof Boolean yes && yes));
        box.setOnAction(_ -> field.set(box.isSelected()));
        return box;
    }

    private Node nested(FieldModel field, SettingKind.Nested nested) {
        if (nested.shortForm().isEmpty()) {
            return new FoldedFields(field, this, texts);
        }
        VBox box = new VBox();
        box.getStyleClass().add("nested");
        for (FieldModel part : field.parts()) {
            if (part.setting().key().equals(nested.shortForm())) {
                box.getChildren().add(of(part));
            } else {
                FieldView view = new FieldView(part, this);
                Shown.when(part.appliesProperty(), view);
                box.getChildren().add(view);
            }
        }
        return box;
    }
}
