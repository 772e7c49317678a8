package dev.millrace.app.shell;

import dev.millrace.app.view.Shown;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Files that are dropped anywhere on the window are opened.
final class DropTarget {

    private final Consumer<Path> open;
    private final BooleanProperty dropping = new SimpleBooleanProperty();

    DropTarget(Consumer<Path> open) {
        this.open = open;
    }

    /// @param window takes what is dropped
    /// @param sign shown while something is about to be dropped
    void install(Node window, Node sign) {
        Shown.when(dropping, sign);
        window.setOnDragOver(this::dragOver);
        window.setOnDragDropped(this::dropped);
        window.setOnDragExited(_ -> dropping.set(false));
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            dropping.set(true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        dropping.set(false);
        event.getDragboard().getFiles().stream().findFirst().map(File::toPath).ifPresent(open);
        event.setDropCompleted(true);
        event.consume();
    }
}
