package dev.millrace.app.shell;

import dev.millrace.app.view.Shown;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/// What lies over the places: one thing at a time. It has the focus until it is closed, then the focus is where it was.
final class Overlays {

    private final Map<Node, Node> firsts = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Node> shown = new ReadOnlyObjectWrapper<>();
    private @Nullable Scene scene;
    private @Nullable Node before; // had the focus

    /// Watches the focus of a window.
    void watch(Scene watched) {
        scene = watched;
        watched.focusOwnerProperty().subscribe(this::keepFocus);
    }

    /// Hides something until it is shown.
    ///
    /// @param first has the focus then
    void add(Node overlay, Node first) {
        firsts.put(overlay, first);
        Shown.when(shown.map(now -> now.equals(overlay)).orElse(false), overlay);
    }

    /// What is shown, null if nothing is.
    ReadOnlyObjectProperty<@Nullable Node> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    boolean isShown(Node overlay) {
        return overlay.equals(shown.get());
    }

    void show(Node overlay) {
        if (shown.get() == null && scene != null) {
            before = scene.getFocusOwner();
        }
        shown.set(overlay);
        focus(overlay);
    }

    /// Shows something, or closes it if it is what is shown.
    void toggle(Node overlay) {
        if (isShown(overlay)) {
            hide();
        } else {
            show(overlay);
        }
    }

    void hide() {
        shown.set(null);
        Node back = before;
        before = null;
        if (back != null) {
            back.requestFocus();
        }
    }

    private void focus(Node overlay) {
        Node first = firsts.get(overlay);
        if (first != null) {
            first.requestFocus();
        }
    }

    private void keepFocus(@Nullable Node owner) {
        Node overlay = shown.get();
        if (overlay != null && !isIn(owner, overlay)) {
            focus(overlay);
        }
    }

    /// Whether a node is another one or in it.
    static boolean isIn(@Nullable Node node, Node other) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(other)) {
                return true;
            }
        }
        return false;
    }
}
