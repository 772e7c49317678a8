package dev.millrace.engine.jsonlines;

import dev.millrace.engine.block.BadRow;
import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.TextEncoding;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.text.LineNumbers;
import dev.millrace.engine.text.RawText;

import java.util.Arrays;
import java.util.List;

/// Rows of JSON objects as byte ranges: where each object lies, and where the values lie that somebody asked for.
/// Nothing is decoded; all arrays are reused from block to block.
///
/// ```
/// bytes      …{"id": 7, "name": "Fox", "tags": []}⏎{"id": 8…
/// record r   ^recordStart[r]                       ^recordEnd[r]    of lines with blanks around and line break
/// members                                ^membersEnd[r]             where a value is added that the object lacks
/// cell       [cellStart[i], cellEnd[i])  with i = r · width + slot, quotes included, and its kind
/// ```
final class JsonBlock implements Block {

    /// The object lacks the key; the cell has no place.
    static final byte ABSENT = 0;

    /// `null`.
    static final byte NULL = 1;

    /// A text without escapes.
    static final byte TEXT = 2;

    /// A text with escapes.
    static final byte ESCAPED_TEXT = 3;

    /// A number, `true`, `false`, an object or an array: its value is its notation.
    static final byte NOTATION = 4;

    private static final int FEW_ROWS = 64;

    final Shard shard;
    final Framing framing;
    final int[] slotOfColumn; // by schema position; -1 for columns nobody looks at
    final int width; // cells kept of each record

    byte[] bytes = new byte[0];
    int rows;
    long offset; // of bytes[0] in the shard's text
    int[] recordStart;
    int[] recordEnd;
    int[] membersEnd;
    int[] cellStart;
    int[] cellEnd;
    byte[] kind;
    LineNumbers lines;
    List<BadRow> badRows = List.of();

    JsonBlock(Shard shard, Framing framing, int[] slotOfColumn) {
        this(shard, framing, slotOfColumn, FEW_ROWS);
    }

    private JsonBlock(Shard shard, Framing framing, int[] slotOfColumn, int capacity) {
        this.shard = shard;
        this.framing = framing;
        this.slotOfColumn = slotOfColumn;
        this.width = (int) Arrays.stream(slotOfColumn).filter(slot -> slot >= 0).count();
        this.lines = new LineNumbers(shard, TextEncoding.UTF_8, 0, 1);
        recordStart = new int[capacity];
        recordEnd = new int[capacity];
        membersEnd = new int[capacity];
        cellStart = new int[capacity * width];
        cellEnd = new int[capacity * width];
        kind = new byte[capacity * width];
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
        return new JsonColumn(this, slot);
    }

    @Override
    public Place place(int row) {
        return Place.of(shard.file()).atLine(lines.of(bytes, offset, recordStart[row]));
    }

    @Override
    public String raw(int row) {
        return RawText.of(bytes, recordStart[row], recordEnd[row], TextEncoding.UTF_8);
    }

    @Override
    public List<BadRow> badRows() {
        return badRows;
    }

    /// Where a row's object begins.
    int objectStart(int row) {
        int at = recordStart[row];
        while (bytes[at] != '{') {
            at++;
        }
        return at;
    }

    /// Where a row's object ends.
    int objectEnd(int row) {
        int at = recordEnd[row];
        while (bytes[at - 1] != '}') {
            at--;
        }
        return at;
    }

    /// Makes room for one more record.
    void grow() {
        int capacity = recordStart.length * 2;
        recordStart = Arrays.copyOf(recordStart, capacity);
        recordEnd = Arrays.copyOf(recordEnd, capacity);
        membersEnd = Arrays.copyOf(membersEnd, capacity);
        cellStart = Arrays.copyOf(cellStart, capacity * width);
        cellEnd = Arrays.copyOf(cellEnd, capacity * width);
        kind = Arrays.copyOf(kind, capacity * width);
    }

    @Override
    public JsonBlock retained() {
        JsonBlock copy = new JsonBlock(shard, framing, slotOfColumn, rows);
        int from = rows == 0 ? 0 : recordStart[0];
        int to = rows == 0 ? 0 : recordEnd[rows - 1];
        copy.bytes = Arrays.copyOfRange(bytes, from, to);
        copy.rows = rows;
        copy.offset = offset + from;
        shift(recordStart, copy.recordStart, from);
        shift(recordEnd, copy.recordEnd, from);
        shift(membersEnd, copy.membersEnd, from);
        shift(cellStart, copy.cellStart, from);
        shift(cellEnd, copy.cellEnd, from);
        System.arraycopy(kind, 0, copy.kind, 0, rows * width);
        copy.lines = rows == 0 ? lines : lines.copy(bytes, offset, from);
        copy.badRows = badRows;
        return copy;
    }

    private static void shift(int[] positions, int[] target, int by) {
        for (int i = 0; i < target.length; i++) {
            target[i] = positions[i] - by;
        }
    }
}
