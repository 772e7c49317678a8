package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.EnumSet;

/// Drops things on nodes. JavaFX's headless platform has no dragging, so the events are made here that a platform
/// makes; called on the screen's thread.
final class Dropping {

    private Dropping() {}

    /// Drags something over a node and drops it there.
    ///
    /// @param source where it was dragged from; the node itself if from elsewhere
    /// @return whether the drop was taken
    static boolean on(Node target, Node source, TransferMode mode, DataFormat format, Object content) {
        Dragboard board = board(format, content);
        Event.fireEvent(target, event(DragEvent.DRAG_ENTERED, target, source, mode, board));
        DragEvent over = event(DragEvent.DRAG_OVER, target, source, mode, board);
        Event.fireEvent(target, over);
        assertThat(over.getAcceptedTransferMode()).isEqualTo(mode);
        DragEvent dropped = event(DragEvent.DRAG_DROPPED, target, source, mode, board);
        Event.fireEvent(target, dropped);
        Event.fireEvent(target, event(DragEvent.DRAG_EXITED, target, source, mode, board));
        return dropped.isDropCompleted();
    }

    private static DragEvent event(
            EventType<DragEvent> type, Node target, Node source, TransferMode mode, Dragboard board) {
        return new DragEvent(
                source, target, type, board, 1, 1, 1, 1, mode, source, target, new PickResult(target, 1, 1));
    }

    /// A dragboard with one content, as platforms make them.
    private static Dragboard board(DataFormat format, Object content) {
        try {
            Class<?> peer = Class.forName("com.sun.javafx.tk.TKClipboard");
            Object platform =
                    Proxy.newProxyInstance(
                            peer.getClassLoader(),
                            new Class<?>[] {peer},
                            (_, method, arguments) ->
                                    switch (method.getName()) {
                                        case "hasContent" -> format.equals(arguments[0]);
                                        case "getContent" -> format.equals(arguments[0]) ? content : null;
                                        case "getTransferModes" -> EnumSet.allOf(TransferMode.class);
                                        default -> null;
                                    });
            Constructor<Dragboard> constructor = Dragboard.class.getDeclaredConstructor(peer);
            constructor.setAccessible(true);
            return constructor.newInstance(platform);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }
}
