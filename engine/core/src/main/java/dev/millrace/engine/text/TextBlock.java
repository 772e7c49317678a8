package dev.millrace.engine.text;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.problem.Place;

import java.util.Arrays;

/// Rows of a delimited text as byte ranges: where each record lies, and where the cells lie that somebody asked for.
/// Nothing is decoded; all arrays are reused from block to block.
///
/// ```
/// bytes      …,"Fox, Chen",12.5,DE,0⏎T0002,"Haas, Ivo",…
/// record r   ^recordStart[r]          ^recordEnd[r]     line break included
/// cell       [cellStart[i], cellEnd[i])  with i = r · width + slot, quotes included
/// ```
final class TextBlock implements Block {

    final Shard shard;
    final Dialect dialect;
    final int[] slotOfColumn; // by schema position; -1 for columns nobody looks at
    final int width; // cells kept of each record
    final boolean inSchemaOrder; // else every column is kept

    byte[] bytes = new byte[0];
    int rows;
    long offset; // of bytes[0] in the shard
    int[] recordStart = new int[64];
    int[] recordEnd = new int[64];
    int[] cellStart;
    int[] cellEnd;

    TextBlock(Shard shard, Dialect dialect, int[] slotOfColumn, boolean inSchemaOrder) {
        this.shard = shard;
        this.dialect = dialect;
        this.slotOfColumn = slotOfColumn;
        this.inSchemaOrder = inSchemaOrder;
        this.width = (int) Arrays.stream(slotOfColumn).filter(slot -> slot >= 0).count();
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
        if (slot < 0) {
            throw new IllegalArgumentException("column " + position + " was not asked for when the shard was opened");
        }
        return new TextColumn(this, slot);
    }

    @Override
    public Place place(int row) {
        return LineNumbers.place(shard.file(), offset + recordStart[row]);
    }

    /// Makes room for one more record.
    void grow() {
        int capacity = recordStart.length * 2;
        recordStart = Arrays.copyOf(recordStart, capacity);
        recordEnd = Arrays.copyOf(recordEnd, capacity);
        cellStart = Arrays.copyOf(cellStart, capacity * width);
        cellEnd = Arrays.copyOf(cellEnd, capacity * width);
    }

    @Override
    public TextBlock retained() {
        TextBlock copy = new TextBlock(shard, dialect, slotOfColumn, inSchemaOrder);
        int from = rows == 0 ? 0 : recordStart[0];
        int to = rows == 0 ? 0 : recordEnd[rows - 1];
        copy.bytes = Arrays.copyOf(Arrays.copyOfRange(bytes, from, to), to - from + RecordScanner.PADDING);
        copy.rows = rows;
        copy.offset = offset + from;
        copy.recordStart = shifted(recordStart, rows, from);
        copy.recordEnd = shifted(recordEnd, rows, from);
        copy.cellStart = shifted(cellStart, rows * width, from);
        copy.cellEnd = shifted(cellEnd, rows * width, from);
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
