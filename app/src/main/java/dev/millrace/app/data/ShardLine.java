package dev.millrace.app.data;

import dev.millrace.engine.dataset.Shard;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A shard's line in the list. It stays while what is known of the shard changes, and so does what is chosen.
public final class ShardLine {

    private final ReadOnlyObjectWrapper<ShardEntry> entry;

    ShardLine(ShardEntry first) {
        entry = new ReadOnlyObjectWrapper<>(first);
    }

    public Shard shard() {
        return entry.get().shard();
    }

    public ReadOnlyObjectProperty<ShardEntry> entryProperty() {
        return entry.getReadOnlyProperty();
    }

    void show(ShardEntry known) {
        entry.set(known);
    }
}
