package dev.millrace.engine.text;

import dev.millrace.engine.block.BadRow;
import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.problem.Place;

import java.util.Arrays;
import java.util.List;

/// Rows of a delimited text as byte ranges: where each record lies, and where the cells lie that somebody asked for.
/// Nothing is decoded; all arrays are reused from block to block.
///
/// ```
/// bytes      …,"Fox, Chen",12.5,DE,0⏎T0002,"Haas, Ivo",…
/// record r   ^recordStart[r]          ^recordEnd[r]     line break included
/// cell       [cellStart[i], cellEnd[i])  with i = r · width + slot, quotes included
/// ```
final class TextBlock implements Block {

    /// In place of a slot: nobody looks at the column.
    static final int NOT_ASKED_FOR = -1;

    /// In place of a slot: the shard has no such column.
    static final int ABSENT = -2;

    final Shard shard;
    final Dialect dialect; // as in memory
    final int[] slotOfColumn; // by schema position
    final int width; // cells kept of each record
    final boolean inSchemaOrder; // else every column is kept

    byte[] bytes = new byte[0];
    int rows;
    long offset; // of bytes[0] in the text as it is in memory
    int[] recordStart = new int[64];
    int[] recordEnd = new int[64];
    int[] cellStart;
    int[] cellEnd;
    LineNumbers lines;
    List<BadRow> badRows = List.of();

    /// An empty block.
    ///
    /// @param inSchemaOrder whether the shard has the columns of the schema, in their order
    TextBlock(Shard shard, Dialect dialect, int[] slotOfColumn, boolean inSchemaOrder) {
        this.shard = shard;
        this.dialect = dialect.inMemory();
        this.slotOfColumn = slotOfColumn;
        this.inSchemaOrder = inSchemaOrder;
        this.width = (int) Arrays.stream(slotOfColumn).filter(slot -> slot >= 0).count();
        this.lines = new LineNumbers(shard, dialect.encoding(), 0, 1);
        cellStart = new int[64 * width];
        cellEnd = new int[64 * width];
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public Column column(int position) {
        int slot = slotOfColumn[position];
        if (slot == NOT_ASKED_FOR) {
            throw new IllegalArgumentException("column " + position + " was not asked for when the shard was opened");
        }
        return slot == ABSENT ? new AbsentColumn(rows) : new TextColumn(this, slot);
    }

    @Override
    public Place place(int row) {
        return Place.of(shard.file()).atLine(lines.of(bytes, offset, recordStart[row]));
    }

    @Override
    public String raw(int row) {
        return RawText.of(bytes, recordStart[row], recordEnd[row], dialect.encoding());
    }

    @Override
    public List<BadRow> badRows() {
        return badRows;
    }

    /// Makes room for so many records in all.
    void makeRoom(int records) {
        if (records <= recordStart.length) {
            return;
        }
        int capacity = Math.max(records, recordStart.length * 2);
        recordStart = Arrays.copyOf(recordStart, capacity);
        recordEnd = Arrays.copyOf(recordEnd, capacity);
        cellStart = Arrays.copyOf(cellStart, capacity * width);
        cellEnd = Arrays.copyOf(cellEnd, capacity * width);
    }

    /// Leaves out the rows that are marked; those after them move up.
    void leaveOut(boolean[] marked) {
        int kept = 0;
        for (int row = 0; row < rows; row++) {
            if (!marked[row]) {
                recordStart[kept] = recordStart[row];
                recordEnd[kept] = recordEnd[row];
                System.arraycopy(cellStart, row * width, cellStart, kept * width, width);
                System.arraycopy(cellEnd, row * width, cellEnd, kept * width, width);
                kept++;
            }
        }
        rows = kept;
    }

    @Override
    public TextBlock retained() {
        TextBlock copy = new TextBlock(shard, dialect, slotOfColumn, inSchemaOrder);
        int from = rows == 0 ? 0 : recordStart[0];
        int to = rows == 0 ? 0 : recordEnd[rows - 1];
        copy.bytes = Arrays.copyOfRange(bytes, from, to + RecordFinder.PADDING);
        copy.rows = rows;
        copy.offset = offset + from;
        copy.recordStart = shifted(recordStart, rows, from);
        copy.recordEnd = shifted(recordEnd, rows, from);
        copy.cellStart = shifted(cellStart, rows * width, from);
        copy.cellEnd = shifted(cellEnd, rows * width, from);
        copy.lines = rows == 0 ? lines : lines.copy(bytes, offset, from);
        copy.badRows = badRows;
        return copy;
    }

    private static int[] shifted(int[] positions, int count, int by) {
        int[] shifted = new int[count];
        for (int i = 0; i < count; i++) {
            shifted[i] = positions[i] - by;
        }
        return shifted;
    }
}
