package dev.millrace.app.run;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The last lines of a run's log: older ones fall out, so that a long run costs no more memory than a short one.
final class RunLog {

    static final int MOST_LINES = 1000;

    private final Deque<LogEntry> lines = new ArrayDeque<>();
    private final ObservableList<LogEntry> shown = FXCollections.observableArrayList();
    private final ObservableList<LogEntry> seen = FXCollections.unmodifiableObservableList(shown);
    private boolean changed;

    ObservableList<LogEntry> shown() {
        return seen;
    }

    void add(LogEntry entry) {
        lines.addLast(entry);
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
        changed = true;
    }

    /// Shows what was added: once per pulse, however many lines that was.
    void show() {
        if (changed) {
            changed = false;
            shown.setAll(List.copyOf(lines));
        }
    }

    void clear() {
        lines.clear();
        changed = false;
        shown.clear();
    }
}
