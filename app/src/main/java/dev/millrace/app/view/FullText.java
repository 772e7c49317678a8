package dev.millrace.app.view;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/// Shows the whole text of a label that may be cut off.
public final class FullText {

    private FullText() {}

    /// Gives labels a tooltip with their text while they have one.
    public static void asTooltip(Labeled... labels) {
        for (Labeled label : labels) {
            Tooltip tooltip = new Tooltip();
            tooltip.textProperty().bind(label.textProperty());
            tooltip.setWrapText(true);
            label.tooltipProperty()
                    .bind(Bindings.when(label.textProperty().isEmpty()).then((Tooltip) null).otherwise(tooltip));
        }
    }
}
