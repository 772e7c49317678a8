package dev.millrace.engine.faults;

import java.util.SortedMap;
import java.util.TreeMap;

/// A folder, by what lies in it.
final class FolderNode extends Node<SortedMap<String, Node<?>>> {

    FolderNode(SortedMap<String, Node<?>> begin) {
        super(begin);
    }

    FolderNode() {
        this(new TreeMap<>());
    }

    void put(long at, String name, Node<?> node) {
        change(
                at,
                before -> {
                    SortedMap<String, Node<?>> after = new TreeMap<>(before);
                    after.put(name, node);
                    return after;
                });
    }

    void remove(long at, String name) {
        change(
                at,
                before -> {
                    SortedMap<String, Node<?>> after = new TreeMap<>(before);
                    after.remove(name);
                    return after;
                });
    }

    /// One step: a power cut leaves the old name or the new one.
    void rename(long at, String from, String to) {
        change(
                at,
                before -> {
                    SortedMap<String, Node<?>> after = new TreeMap<>(before);
                    after.put(to, after.remove(from));
                    return after;
                });
    }
}
