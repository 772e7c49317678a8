package dev.millrace.app.recipe;

import dev.millrace.app.text.Texts;
import dev.millrace.engine.settings.NamesColumn.Usual;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.function.Consumer;

/// A column of the picker. A real check box, as screen readers announce no state of a check-box cell.
final class ColumnCell extends ListCell<ColumnSeen> {

    private final FieldModel field;
    private final Texts texts;
    private final ButtonBase box;
    private final Label kind = new Label();
    private final HBox line;

    ColumnCell(FieldModel field, boolean several, Texts texts, Consumer<ColumnSeen> choose) {
        this.field = field;
        this.texts = texts;
        this.box = several ? new CheckBox() : new RadioButton();
        getStyleClass().add("field-cell");
        box.setMnemonicParsing(false);
        box.setFocusTraversable(false);
        box.setMinWidth(0);
        kind.getStyleClass().add("field-unit");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        line = new HBox(box, between, kind);
        line.getStyleClass().add("column-line");
        box.setOnAction(_ -> {
            ColumnSeen column = getItem();
            if (column != null) {
                choose.accept(column);
            }
        });
    }

    @Override
    protected void updateItem(ColumnSeen column, boolean empty) {
        super.updateItem(column, empty);
        if (empty || column == null) {
            setGraphic(null);
            return;
        }
        boolean chosen =
                box instanceof CheckBox
                        ? field.list().contains(column.name())
                        : column.name().equals(field.effective());
        switch (box) {
            case CheckBox check -> check.setSelected(chosen);
            case ToggleButton radio -> radio.setSelected(chosen);
            default -> {}
        }
        box.setText(column.name());
        String key = "recipe.column." + column.kind();
        kind.setText(column.kind() == Usual.ANY ? "" : texts.of(key, column.distinct()));
        setGraphic(line);
    }
}
