package dev.millrace.app.recipe;

import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Desktop;
import dev.millrace.app.view.Shown;
import dev.millrace.engine.settings.SettingKind;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Shows a form: its sections, and their fields, short ones side by side.
public final class FormPane extends ScrollPane {

    private final VBox content = new VBox();
    private final List<FieldView> views = new ArrayList<>();

    public FormPane() {
        getStyleClass().add("form-scroll");
        content.getStyleClass().add("form");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    void show(@Nullable FormModel form, Desktop desktop, Texts texts) {
        views.clear();
        List<Node> sections = new ArrayList<>();
        if (form != null) {
            FieldEditors editors = new FieldEditors(desktop, texts);
            form.sections().forEach(section -> sections.add(section(section, editors)));
        }
        content.getChildren().setAll(sections);
        setVvalue(0);
    }

    /// Puts the focus into the first field of which something is wrong.
    void focusMistake() {
        views.stream()
                .filter(view -> !view.field().mistakeProperty().get().isEmpty())
                .findFirst()
                .ifPresent(view -> {
                    view.focusEditor();
                    double bottom = content.getHeight() - getViewportBounds().getHeight();
                    setVvalue(bottom <= 0 ? 0 : Math.clamp(view.getBoundsInParent().getMinY() / bottom, 0, 1));
                });
    }

    private Node section(FormModel.Section section, FieldEditors editors) {
        Label title = new Label(section.title());
        title.getStyleClass().add("card-heading");
        Label help = new Label(section.help());
        help.getStyleClass().add("hint");
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        VBox head = new VBox(title, help);
        head.getStyleClass().add("form-head");
        VBox box = new VBox(head);
        box.getStyleClass().add("form-section");
        @Nullable FieldView left = null;
        for (FieldModel field : section.fields()) {
            FieldView view = new FieldView(field, editors);
            views.add(view);
            if (!isShort(field.setting().kind())) {
                left = null;
                box.getChildren().add(view);
            } else if (left == null) {
                left = view;
                box.getChildren().add(view);
            } else {
                box.getChildren().remove(left);
                box.getChildren().add(pair(left, view));
                left = null;
            }
        }
        return box;
    }

    /// Two fields, each in one half.
    private static Node pair(FieldView left, FieldView right) {
        GridPane row = new GridPane();
        row.getStyleClass().add("form-row");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            row.getColumnConstraints().add(half);
        }
        row.add(left, 0, 0);
        row.add(right, 1, 0);
        left.setMinWidth(0);
        right.setMinWidth(0);
        Shown.when(left.field().appliesProperty().or(right.field().appliesProperty()), row);
        return row;
    }

    private static boolean isShort(SettingKind kind) {
        return switch (kind) {
            case SettingKind.Figure _, SettingKind.Text _, SettingKind.Folder _, SettingKind.ColumnName _ -> true;
            case SettingKind.Choice choice -> choice.words().size() > FieldEditors.MOST_SIDE_BY_SIDE;
            case SettingKind.Nested nested ->
                    !nested.shortForm().isEmpty()
                            && nested.settings().getFirst().kind() instanceof SettingKind.Choice(List<String> words)
                            && words.size() < FieldEditors.MOST_SIDE_BY_SIDE;
            case SettingKind.Flag _, SettingKind.ColumnNames _, SettingKind.Texts _, SettingKind.Entries _ -> false;
        };
    }
}
