package dev.millrace.app.view;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/// Things beside each other, and below where there is too little room. A text that is wider than that is broken.
public final class WrappingLine extends FlowPane {

    public WrappingLine(Node... things) {
        super(things);
        getStyleClass().add("wrapping-line");
        setRowValignment(VPos.CENTER);
        for (Node thing : things) {
            if (thing instanceof Label text && text.isWrapText()) {
                text.maxWidthProperty().bind(widthProperty());
            }
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0; // else the widest text would say how narrow it may be
    }
}
