package dev.millrace.app.recipe;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;

import org.jspecify.annotations.Nullable;

/// A column of the checklist. A real check box, as screen readers announce no state of a check-box cell.
final class FieldCell extends ListCell<FieldChoice> {

    private final CheckBox box = new CheckBox();
    private @Nullable FieldChoice bound;

    FieldCell() {
        getStyleClass().add("field-cell");
        box.setMnemonicParsing(false);
        box.setFocusTraversable(false);
    }

    @Override
    protected void updateItem(FieldChoice choice, boolean empty) {
        super.updateItem(choice, empty);
        if (bound != null) {
            box.selectedProperty().unbindBidirectional(bound.chosenProperty());
            bound = null;
        }
        if (empty || choice == null) {
            setGraphic(null);
            return;
        }
        bound = choice;
        box.setText(choice.name());
        box.selectedProperty().bindBidirectional(choice.chosenProperty());
        setGraphic(box);
    }
}
