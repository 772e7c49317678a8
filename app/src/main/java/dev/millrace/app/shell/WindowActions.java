package dev.millrace.app.shell;

import dev.millrace.app.action.Action;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Everything that can be done in the window: what the palette offers, what the keys do, and what the sheet of keys
/// says.
final class WindowActions {

    private final List<Placed> all = new ArrayList<>();

    /// An action and where its keys hold.
    ///
    /// @param place null if they hold everywhere
    record Placed(@Nullable Place place, Action action) {}

    /// Adds actions whose keys hold everywhere.
    void add(List<Action> actions) {
        actions.forEach(action -> all.add(new Placed(null, action)));
    }

    /// Adds actions whose keys hold while a place is shown.
    void add(Place place, List<Action> actions) {
        actions.forEach(action -> all.add(new Placed(place, action)));
    }

    List<Placed> all() {
        return List.copyOf(all);
    }

    /// Those of one place, or those that are everywhere.
    List<Action> of(@Nullable Place place) {
        return all.stream().filter(each -> Objects.equals(each.place(), place)).map(Placed::action).toList();
    }

    /// What keys do now. They count as used even if the action cannot be done at the moment, so that a text box does
    /// not take them for its own.
    ///
    /// @param scene tells where the focus is
    Optional<Action> pressed(KeyEvent event, Place shown, @Nullable Scene scene) {
        Node focus = scene == null ? null : scene.getFocusOwner();
        return all.stream()
                .filter(each -> each.place() == null || each.place() == shown)
                .map(Placed::action)
                .filter(action -> action.focus() == null || Overlays.isIn(focus, action.focus()))
                .filter(action -> action.keys().stream().anyMatch(keys -> keys.match(event)))
                .findFirst();
    }
}
