package dev.millrace.app.data;

import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.profile.ShardScan;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The list of shards, and how many of them something is wrong with.
final class ShardLines {

    private final ObservableList<ShardLine> lines = FXCollections.observableArrayList();
    private final ObservableList<ShardLine> seenLines = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyIntegerWrapper attention = new ReadOnlyIntegerWrapper();

    ObservableList<ShardLine> all() {
        return seenLines;
    }

    ReadOnlyIntegerProperty attentionProperty() {
        return attention.getReadOnlyProperty();
    }

    void show(List<ShardEntry> entries) {
        lines.setAll(entries.stream().map(ShardLine::new).toList());
        countAttention();
    }

    ShardEntry entry(int at) {
        return lines.get(at).entryProperty().get();
    }

    /// Where a shard stands in the list; -1 if it does not.
    int indexOf(@Nullable Shard shard) {
        for (int i = 0; shard != null && i < lines.size(); i++) {
            if (lines.get(i).shard().equals(shard)) {
                return i;
            }
        }
        return -1;
    }

    /// The shard whose file a place names.
    Optional<Shard> at(Place place) {
        return lines.stream()
                .map(ShardLine::shard)
                .filter(shard -> shard.file().toString().equals(place.source()))
                .findFirst();
    }

    /// The next shard that something is wrong with, after the last one the first.
    Optional<Shard> nextProblem(@Nullable Shard after) {
        int from = indexOf(after);
        for (int i = 1; i <= lines.size(); i++) {
            ShardLine line = lines.get(Math.floorMod(from + i, lines.size()));
            if (isAttention(line)) {
                return Optional.of(line.shard());
            }
        }
        return Optional.empty();
    }

    /// Takes in what was found in shards that were read to their end.
    void scanned(Map<Shard, ShardScan.Found> found) {
        for (ShardLine line : lines) {
            ShardScan.Found of = found.get(line.shard());
            ShardEntry known = line.entryProperty().get();
            if (of != null && known.rows() < 0) {
                line.show(known.scanned(of));
            }
        }
        countAttention();
    }

    private void countAttention() {
        attention.set((int) lines.stream().filter(ShardLines::isAttention).count());
    }

    private static boolean isAttention(ShardLine line) {
        return line.entryProperty().get().condition().isAttention();
    }
}
