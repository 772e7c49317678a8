package dev.millrace.app.project;

import static java.util.Objects.requireNonNull;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.ArrayList;
import java.util.List;

/// Every state that something had since it was opened, each with the words for how it came about. As many steps as
/// there were: undoing ends at the beginning.
///
/// @param <T> the states; immutable
public final class EditHistory<T> {

    private final List<Step<T>> steps = new ArrayList<>();
    private final ReadOnlyObjectWrapper<T> state;
    private final ReadOnlyStringWrapper undoable = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoable = new ReadOnlyStringWrapper("");
    private int at;
    private boolean typing;

    private record Step<T>(T state, String label, String place) {}

    public EditHistory(T first) {
        state = new ReadOnlyObjectWrapper<>(first);
        steps.add(new Step<>(first, "", ""));
    }

    /// The state that counts.
    public ReadOnlyObjectProperty<T> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public T state() {
        return requireNonNull(state.get());
    }

    /// What would be undone, in words; empty at the beginning.
    public ReadOnlyStringProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /// What would be done again, in words; empty if nothing was undone.
    public ReadOnlyStringProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /// Forgets everything and begins anew.
    public void begin(T first) {
        steps.clear();
        steps.add(new Step<>(first, "", ""));
        show(0);
    }

    /// Goes on to another state; what was undone is forgotten.
    public void edit(T next, String label) {
        if (!next.equals(state())) {
            add(new Step<>(next, label, ""));
        }
    }

    /// Goes on while a person types: one step for all that is typed in one place without anything between.
    ///
    /// @param place tells one place from others
    public void type(T next, String label, String place) {
        if (next.equals(state())) {
            return;
        }
        if (typing && steps.get(at).place().equals(place)) {
            steps.set(at, new Step<>(next, label, place));
            show(at);
        } else {
            add(new Step<>(next, label, place));
        }
        typing = true;
    }

    private void add(Step<T> step) {
        steps.subList(at + 1, steps.size()).clear();
        steps.add(step);
        show(at + 1);
    }

    public void undo() {
        if (at > 0) {
            show(at - 1);
        }
    }

    public void redo() {
        if (at < steps.size() - 1) {
            show(at + 1);
        }
    }

    private void show(int step) {
        at = step;
        typing = false;
        undoable.set(steps.get(step).label());
        redoable.set(step < steps.size() - 1 ? steps.get(step + 1).label() : "");
        state.set(steps.get(step).state());
    }
}
