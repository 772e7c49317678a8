package dev.millrace.app.benchmark;

import dev.millrace.engine.recipe.Mode;
import dev.millrace.lab.measure.Side;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// A side as a person sets it up; 0 leaves a figure to the engine or the JVM.
public final class SideRow {

    private final ObjectProperty<Mode> mode;
    private final IntegerProperty workers = new SimpleIntegerProperty();
    private final IntegerProperty blockKb = new SimpleIntegerProperty();
    private final IntegerProperty memoryMb = new SimpleIntegerProperty();
    private final IntegerProperty processors = new SimpleIntegerProperty();
    private final DoubleProperty share = new SimpleDoubleProperty(1);

    SideRow(Mode mode, Runnable changed) {
        this.mode = new SimpleObjectProperty<>(mode);
        this.mode.subscribe(changed);
        workers.subscribe(changed);
        blockKb.subscribe(changed);
        memoryMb.subscribe(changed);
        processors.subscribe(changed);
        share.subscribe(changed);
    }

    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /// Shards worked on at once.
    public IntegerProperty workersProperty() {
        return workers;
    }

    /// Size of a block, in KiB.
    public IntegerProperty blockProperty() {
        return blockKb;
    }

    /// Limit of the heap, in MiB.
    public IntegerProperty memoryProperty() {
        return memoryMb;
    }

    public IntegerProperty processorsProperty() {
        return processors;
    }

    /// Share of the shards that is read, above 0 to 1.
    public DoubleProperty shareProperty() {
        return share;
    }

    /// The side, named by what it has of its own.
    public Side side() {
        return Side.of(mode.get(), workers.get(), blockKb.get(), memoryMb.get(), processors.get(), share.get());
    }
}
