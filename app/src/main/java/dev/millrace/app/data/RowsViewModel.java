package dev.millrace.app.data;

import dev.millrace.app.background.Background;
import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.browse.RowCount;
import dev.millrace.engine.browse.ShardRow;
import dev.millrace.engine.browse.ShardRows;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/// The rows of the chosen shard as far as somebody looks at them: what is on the screen is read when it is asked for,
/// and meanwhile the rows are counted, so that any of them can be jumped to.
public final class RowsViewModel {

    private static final int AT_ONCE = 2;
    private static final int MOST_CHARACTERS = 4096; // of a cell; copies have it whole

    /// Most cells that are copied at once.
    static final long MOST_COPIED = 1_000_000;

    private final Background background;
    private final Texts texts;
    private final RowTiles tiles = new RowTiles();
    private final Set<RowTiles.Tile> reading = new HashSet<>();
    private final ReadOnlyObjectWrapper<List<String>> columns = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<RowCount> count = new ReadOnlyObjectWrapper<>(RowCount.NONE);
    private final ReadOnlyObjectWrapper<@Nullable ProblemReport> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private volatile Looked looked = Looked.NOWHERE;
    private @Nullable ShardRows rows;

    RowsViewModel(Background background, Texts texts) {
        this.background = background;
        this.texts = texts;
    }

    /// Which part of which shard is on the screen, asked by readers to see whether their tile is still wanted.
    private record Looked(@Nullable ShardRows rows, long firstRow, long lastRow, int firstColumn, int lastColumn) {

        static final Looked NOWHERE = new Looked(null, 0, -1, 0, -1);

        boolean wants(ShardRows of, RowTiles.Tile tile) {
            return rows == of
                    && tile.firstRow() <= lastRow
                    && tile.firstRow() + RowTiles.ROWS > firstRow
                    && (tile.firstColumn() == 0
                            || (tile.firstColumn() <= lastColumn
                                    && tile.firstColumn() + RowTiles.COLUMNS > firstColumn));
        }
    }

    /// Names of the columns.
    ReadOnlyObjectProperty<List<String>> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    /// How many rows are known.
    public ReadOnlyObjectProperty<RowCount> countProperty() {
        return count.getReadOnlyProperty();
    }

    /// Why rows cannot be shown; null while they can.
    public ReadOnlyObjectProperty<@Nullable ProblemReport> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether rows on the screen are still being read.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Grows whenever cells on the screen may have changed.
    ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// Shows another shard.
    ///
    /// @param names of its columns
    void show(ShardRows shown, List<String> names) {
        clear();
        rows = shown;
        columns.set(List.copyOf(names));
        looked = new Looked(shown, 0, RowTiles.ROWS - 1, 0, 0);
        read(shown, RowTiles.Tile.of(0, 0));
        Consumer<RowCount> told = background.newest(soFar -> counted(shown, soFar));
        background.run(
                () ->
                        shown.count(soFar -> {
                            told.accept(soFar);
                            return looked.rows() == shown;
                        }),
                done -> counted(shown, done),
                failure -> fail(shown, failure));
    }

    void clear() {
        rows = null;
        looked = Looked.NOWHERE;
        tiles.clear();
        reading.clear();
        columns.set(List.of());
        count.set(RowCount.NONE);
        problem.set(null);
        changed();
    }

    /// Rows known so far.
    long rows() {
        return count.get().rows();
    }

    /// A row, with its cells around a column; null while it is not read.
    @Nullable ShardRow row(long row, int column) {
        return tiles.row(row, column);
    }

    /// A cell; null while it is not read, and in a bad row.
    @Nullable String cell(long row, int column) {
        ShardRow found = tiles.row(row, column);
        int inTile = column % RowTiles.COLUMNS;
        return found == null || found.bad() != null || inTile >= found.cells().size()
                ? null
                : found.cells().get(inTile);
    }

    /// Says which cells are on the screen; those not yet there are read.
    void look(long firstRow, long lastRow, int firstColumn, int lastColumn) {
        ShardRows shown = rows;
        if (shown == null || lastRow < firstRow) {
            return;
        }
        looked = new Looked(shown, firstRow, lastRow, firstColumn, lastColumn);
        for (long row = firstRow - firstRow % RowTiles.ROWS; row <= lastRow; row += RowTiles.ROWS) {
            read(shown, RowTiles.Tile.of(row, 0)); // the first column is always there
            for (int column = firstColumn - firstColumn % RowTiles.COLUMNS;
                    column <= lastColumn;
                    column += RowTiles.COLUMNS) {
                read(shown, RowTiles.Tile.of(row, column));
            }
        }
    }

    private void read(ShardRows shown, RowTiles.Tile tile) {
        if (tiles.has(tile) || reading.size() >= AT_ONCE || !reading.add(tile)) {
            return;
        }
        busy.set(true);
        List<Integer> positions =
                IntStream.range(
                                tile.firstColumn(),
                                Math.min(tile.firstColumn() + RowTiles.COLUMNS, columns.get().size()))
                        .boxed()
                        .toList();
        background.run(
                () -> {
                    if (!looked.wants(shown, tile)) {
                        throw new CancellationException("it is off the screen");
                    }
                    return shown.read(tile.firstRow(), RowTiles.ROWS, positions, MOST_CHARACTERS);
                },
                found -> loaded(shown, tile, found),
                failure -> missed(shown, tile, failure));
    }

    private void loaded(ShardRows shown, RowTiles.Tile tile, List<ShardRow> found) {
        if (rows == shown) {
            reading.remove(tile);
            tiles.put(tile, found);
            long end = tile.firstRow() + found.size();
            if (!count.get().complete() && end > rows()) {
                count.set(new RowCount(end, 0, List.of(), 0, false, null)); // the first rows, before any is counted
            }
            busy.set(!reading.isEmpty());
            changed();
        }
    }

    private void missed(ShardRows shown, RowTiles.Tile tile, Throwable failure) {
        if (rows != shown) {
            return;
        }
        reading.remove(tile);
        busy.set(!reading.isEmpty());
        if (!(failure instanceof CancellationException)) {
            tiles.put(tile, List.of());
            fail(shown, failure);
        }
        changed();
    }

    private void counted(ShardRows shown, RowCount soFar) {
        if (rows == shown && (soFar.complete() || soFar.rows() >= rows())) {
            boolean grown = soFar.rows() > rows();
            count.set(soFar);
            if (grown) {
                changed();
            }
        }
    }

    private void fail(ShardRows shown, Throwable failure) {
        if (rows == shown && problem.get() == null) {
            problem.set(
                    ProblemReport.of(texts.of("problem.preview", shown.shard()), failure, texts.of("problem.remedy")));
        }
    }

    /// Finds the row that begins at a line.
    ///
    /// @param found told its number; not called if there is none
    void findLine(long line, LongConsumer found) {
        ShardRows shown = rows;
        if (shown != null) {
            background.run(
                    () -> shown.rowAtLine(line),
                    row -> {
                        if (rows == shown) {
                            row.ifPresent(found);
                        }
                    },
                    failure -> fail(shown, failure));
        }
    }

    /// Reads cells as tab-separated text, the names of their columns first.
    ///
    /// @param copied told the text; not called if there are too many cells
    void copy(GridSelection range, Consumer<String> copied) {
        ShardRows shown = rows;
        if (shown == null || range.cells() > MOST_COPIED) {
            return;
        }
        List<String> names = columns.get();
        background.run(() -> CopiedCells.of(shown, range, names), copied, failure -> fail(shown, failure));
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
