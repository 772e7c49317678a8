package dev.millrace.app.run;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// A quantity over the last minute.
public final class Gauge {

    /// Samples that are kept: one a second.
    public static final int SAMPLES = 60;

    private final Deque<Double> samples = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<List<Double>> history = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper value = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");

    /// Shares of the limit, 0 to 1, oldest first.
    public ReadOnlyObjectProperty<List<Double>> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /// The latest figure with its unit.
    public ReadOnlyStringProperty valueProperty() {
        return value.getReadOnlyProperty();
    }

    /// What it is a part of.
    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    void add(double share, String newValue, String newDetail) {
        samples.addLast(share);
        if (samples.size() > SAMPLES) {
            samples.removeFirst();
        }
        history.set(List.copyOf(samples));
        value.set(newValue);
        detail.set(newDetail);
    }

    void clear() {
        samples.clear();
        history.set(List.of());
        value.set("–");
        detail.set("");
    }
}
