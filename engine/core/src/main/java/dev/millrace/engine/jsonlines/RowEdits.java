package dev.millrace.engine.jsonlines;

import dev.millrace.engine.block.Edits;

import java.util.List;

/// The edits of a block, row by row: which values are replaced, in the order in which they lie in the row, and which
/// keys are added to it.
final class RowEdits {

    private final JsonBlock block;
    private final JsonCells cells;
    private final int[] columns; // by edit
    private final int[] slots;
    private final int[][] choices;
    private final byte[][][] values;

    private final int[] replacedEdits; // of the selected row
    private final int[] addedEdits;
    private int replaced;
    private int added;
    private int row;

    RowEdits(JsonBlock block, List<Edits.ColumnEdit> edits, JsonCells cells) {
        this.block = block;
        this.cells = cells;
        int count = edits.size();
        columns = new int[count];
        slots = new int[count];
        choices = new int[count][];
        values = new byte[count][][];
        replacedEdits = new int[count];
        addedEdits = new int[count];
        for (int i = 0; i < count; i++) {
            Edits.ColumnEdit edit = edits.get(i);
            columns[i] = edit.position();
            slots[i] = block.slotOfColumn[edit.position()];
            choices[i] = edit.choices();
            values[i] = cells.values(edit.replacements());
        }
    }

    /// Turns to a row.
    void select(int rowOfBlock) {
        row = rowOfBlock;
        replaced = 0;
        added = 0;
        for (int edit = 0; edit < columns.length; edit++) {
            if (choices[edit][row] == Edits.KEEP) {
                continue;
            }
            int cell = row * block.width + slots[edit];
            if (block.kind[cell] == JsonBlock.ABSENT) {
                addedEdits[added++] = edit;
            } else {
                insert(edit, block.cellStart[cell]);
            }
        }
    }

    private void insert(int edit, int start) {
        int at = replaced++;
        while (at > 0 && block.cellStart[cellOf(replacedEdits[at - 1])] > start) {
            replacedEdits[at] = replacedEdits[at - 1];
            at--;
        }
        replacedEdits[at] = edit;
    }

    private int cellOf(int edit) {
        return row * block.width + slots[edit];
    }

    int replaced() {
        return replaced;
    }

    int cell(int index) {
        return cellOf(replacedEdits[index]);
    }

    byte[] value(int index) {
        return valueOf(replacedEdits[index]);
    }

    int added() {
        return added;
    }

    byte[] addedKey(int index) {
        return cells.key(columns[addedEdits[index]]);
    }

    byte[] addedValue(int index) {
        return valueOf(addedEdits[index]);
    }

    private byte[] valueOf(int edit) {
        return values[edit][choices[edit][row]];
    }
}
