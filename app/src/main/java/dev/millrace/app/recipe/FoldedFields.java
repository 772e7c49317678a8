package dev.millrace.app.recipe;

import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Shown;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Map;

/// The fields of a nested record that few people need: folded away behind how many of them say something.
final class FoldedFields extends VBox {

    private final BooleanProperty open = new SimpleBooleanProperty();

    FoldedFields(FieldModel field, FieldEditors editors, Texts texts) {
        getStyleClass().add("column-picker");
        Button opener = new Button("", new FontIcon("mdoal-arrow_drop_down"));
        opener.getStyleClass().add("picker-opener");
        opener.setMaxWidth(Double.MAX_VALUE);
        opener.setOnAction(_ -> open.set(!open.get()));
        field.valueProperty()
                .subscribe(value -> {
                    int said = value instanceof Map<?, ?> parts ? parts.size() : 0;
                    opener.setText(texts.of("recipe.folded", said));
                    opener.setAccessibleText(field.setting().title() + ": " + opener.getText());
                });
        VBox fields = new VBox();
        fields.getStyleClass().addAll("picker-panel", "folded");
        field.parts().forEach(part -> fields.getChildren().add(new FieldView(part, editors)));
        Shown.when(open, fields);
        getChildren().setAll(opener, fields);
    }
}
