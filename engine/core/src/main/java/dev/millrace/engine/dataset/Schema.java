package dev.millrace.engine.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The columns of a dataset in their order.
public final class Schema {

    private final List<String> columns;
    private final boolean open;
    private final Map<String, Integer> positions = new HashMap<>();

    public Schema(List<String> columns) {
        this(columns, false);
    }

    private Schema(List<String> columns, boolean open) {
        this.columns = List.copyOf(columns);
        this.open = open;
        for (int position = 0; position < columns.size(); position++) {
            if (positions.put(columns.get(position), position) != null) {
                throw new IllegalArgumentException("column '" + columns.get(position) + "' appears twice");
            }
        }
    }

    /// The columns that are known, when rows may have others too.
    public static Schema open(List<String> columns) {
        return new Schema(columns, true);
    }

    /// Whether rows may have columns that are not named here, which are passed through.
    public boolean isOpen() {
        return open;
    }

    public List<String> columns() {
        return columns;
    }

    public int size() {
        return columns.size();
    }

    public String name(int column) {
        return columns.get(column);
    }

    public boolean has(String name) {
        return positions.containsKey(name);
    }

    /// Position of a column, counted from 0.
    public int position(String name) {
        Integer position = positions.get(name);
        if (position == null) {
            throw new IllegalArgumentException("no column '" + name + "' in " + columns);
        }
        return position;
    }
}
