package dev.millrace.app.data;

import dev.millrace.engine.browse.ShardRow;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows that were read last, in tiles of some rows and some columns. Those not looked at for longest are dropped,
/// so that memory is bounded however long and wide the shard is.
final class RowTiles {

    static final int ROWS = 128;
    static final int COLUMNS = 32;

    private static final int MOST = 128;

    private final Map<Tile, List<ShardRow>> tiles = new LinkedHashMap<>(MOST, 0.75f, true);

    /// A rectangle of cells.
    ///
    /// @param rows index of its rows, in units of [#ROWS]
    /// @param columns index of its columns, in units of [#COLUMNS]
    record Tile(long rows, int columns) {

        static Tile of(long row, int column) {
            return new Tile(row / ROWS, column / COLUMNS);
        }

        long firstRow() {
            return rows * ROWS;
        }

        int firstColumn() {
            return columns * COLUMNS;
        }
    }

    void put(Tile tile, List<ShardRow> rows) {
        tiles.put(tile, rows);
        if (tiles.size() > MOST) {
            tiles.remove(tiles.keySet().iterator().next());
        }
    }

    boolean has(Tile tile) {
        return tiles.containsKey(tile);
    }

    void forget(Tile tile) {
        tiles.remove(tile);
    }

    /// The row of a cell with the cells of the cell's tile; null if it was not read, or there is none.
    @Nullable ShardRow row(long row, int column) {
        List<ShardRow> rows = tiles.get(Tile.of(row, column));
        int inTile = (int) (row % ROWS);
        return rows == null || inTile >= rows.size() ? null : rows.get(inTile);
    }

    int size() {
        return tiles.size();
    }

    void clear() {
        tiles.clear();
    }
}
