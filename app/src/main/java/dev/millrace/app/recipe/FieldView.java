package dev.millrace.app.recipe;

import dev.millrace.app.view.Shown;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A field of a form: name, editor, a line of help, and what is wrong while something is.
final class FieldView extends VBox {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final FieldModel field;
    private final Node editor;

    FieldView(FieldModel field, FieldEditors editors) {
        this.field = field;
        getStyleClass().add("field");
        setId("field-" + field.setting().key());
        editor = editors.of(field);
        Label help = line("field-help", field.setting().help());
        Label mistake = line("field-mistake", "");
        mistake.textProperty().bind(field.mistakeProperty());
        if (editor instanceof CheckBox) {
            getChildren().setAll(editor, help, mistake);
            help.getStyleClass().add("flag-help");
        } else {
            Label title = new Label(field.setting().title());
            title.getStyleClass().add("field-title");
            title.setLabelFor(editor);
            getChildren().setAll(title, editor, help, mistake);
        }
        Shown.when(field.appliesProperty(), this);
        Shown.when(field.mistakeProperty().isNotEmpty(), mistake);
        Shown.when(
                Bindings.createBooleanBinding(
                        () -> field.mistakeProperty().get().isEmpty() && !field.setting().help().isEmpty(),
                        field.mistakeProperty()),
                help);
        editor.setAccessibleText(field.setting().title());
        editor.accessibleHelpProperty().bind(Bindings.concat(field.setting().help(), " ", field.mistakeProperty()));
        field.mistakeProperty()
                .subscribe(text -> {
                    pseudoClassStateChanged(DANGER, !text.isEmpty());
                    editor.pseudoClassStateChanged(DANGER, !text.isEmpty());
                });
    }

    FieldModel field() {
        return field;
    }

    void focusEditor() {
        if (editor.isFocusTraversable()) {
            editor.requestFocus();
        } else {
            editor.lookupAll("*").stream().filter(Node::isFocusTraversable).findFirst().ifPresent(Node::requestFocus);
        }
    }

    private static Label line(String style, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
