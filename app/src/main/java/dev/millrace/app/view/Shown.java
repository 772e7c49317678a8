package dev.millrace.app.view;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Lets nodes take room only while they have something to show.
public final class Shown {

    private Shown() {}

    public static void when(ObservableValue<Boolean> condition, Node... nodes) {
        for (Node node : nodes) {
            node.visibleProperty().bind(condition);
            node.managedProperty().bind(condition);
        }
    }
}
