package dev.millrace.app.benchmark;

import dev.millrace.lab.LabEvent;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.result.Comparison;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

/// A benchmark as it happens. For the screen's thread.
public final class LiveBoard {

    private final ObservableList<MeasuredRun> runs = FXCollections.observableArrayList();
    private final ObservableList<String> warnings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<LabEvent.@Nullable RunBegun> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Comparison> comparison = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Double> secondsLeft = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);

    void clear() {
        runs.clear();
        warnings.clear();
        current.set(null);
        comparison.set(null);
        secondsLeft.set(null);
        share.set(-1);
    }

    void take(LabEvent event) {
        switch (event) {
            case LabEvent.Begun _ -> share.set(0);
            case LabEvent.RunBegun begun -> current.set(begun);
            case LabEvent.RunEnded ended -> {
                runs.add(ended.run());
                share.set((double) runs.size() / ended.runs());
                secondsLeft.set(ended.secondsLeft());
            }
            case LabEvent.Compared compared -> comparison.set(compared.comparison());
            case LabEvent.Warned warned -> warnings.add(warned.message());
        }
    }

    /// Those that have ended, in the order of time.
    public ObservableList<MeasuredRun> runs() {
        return runs;
    }

    public ObservableList<String> warnings() {
        return warnings;
    }

    /// The run under way, or the last one; null before the first.
    public ReadOnlyObjectProperty<LabEvent.@Nullable RunBegun> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// What follows from the runs so far; null as long as nothing does.
    public ReadOnlyObjectProperty<@Nullable Comparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /// Null while it is not known.
    public ReadOnlyObjectProperty<@Nullable Double> secondsLeftProperty() {
        return secondsLeft.getReadOnlyProperty();
    }

    /// Of all runs, how many have ended; below 0 while that is not known.
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }
}
