package dev.millrace.engine.jsonlines;

import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.Split;

import java.io.IOException;

/// Writes rows that are JSON already: what lies between two edited values is copied in one run; of JSON Lines to JSON
/// Lines over as many rows as lie between them.
final class CopiedRows {

    private final RowOutput output;
    private final JsonCells cells;

    CopiedRows(RowOutput output, JsonCells cells) {
        this.output = output;
        this.cells = cells;
    }

    void write(JsonBlock block, Edits edits, Split split) throws IOException {
        RowEdits changes = new RowEdits(block, edits.columns(), cells);
        if (block.framing == Framing.LINES && output.framing == Framing.LINES) {
            writeLines(block, changes, edits, split);
        } else {
            writeObjects(block, changes, edits, split);
        }
    }

    private void writeLines(JsonBlock block, RowEdits changes, Edits edits, Split split) throws IOException {
        int runStart = 0; // [runStart, runEnd) is read but not yet written
        int runEnd = 0;
        for (int row = 0; row < block.rows; row++) {
            for (int times = edits.times(row, split); times > 0; times--) {
                int recordStart = block.recordStart[row];
                if (recordStart != runEnd) {
                    output.put(block.bytes, runStart, runEnd);
                    runStart = recordStart;
                }
                runStart = writeEdits(block, row, changes, runStart, false);
                runEnd = block.recordEnd[row];
                output.countLine();
            }
        }
        output.put(block.bytes, runStart, runEnd);
    }

    private void writeObjects(JsonBlock block, RowEdits changes, Edits edits, Split split) throws IOException {
        boolean unbroken = output.framing == Framing.LINES;
        for (int row = 0; row < block.rows; row++) {
            for (int times = edits.times(row, split); times > 0; times--) {
                output.beginRow();
                int rest = writeEdits(block, row, changes, block.objectStart(row), unbroken);
                copy(block.bytes, rest, block.objectEnd(row), unbroken);
                output.endRow();
            }
        }
    }

    /// Writes a row up to and including its last edit.
    ///
    /// @param from what of the block is not yet written
    /// @return what of it is not written now
    private int writeEdits(JsonBlock block, int row, RowEdits changes, int from, boolean unbroken) throws IOException {
        changes.select(row);
        int next = from;
        for (int i = 0; i < changes.replaced(); i++) {
            int cell = changes.cell(i);
            copy(block.bytes, next, block.cellStart[cell], unbroken);
            output.put(changes.value(i));
            next = block.cellEnd[cell];
        }
        if (changes.added() == 0) {
            return next;
        }
        int end = block.membersEnd[row];
        copy(block.bytes, next, end, unbroken);
        boolean first = block.bytes[end - 1] == '{';
        for (int i = 0; i < changes.added(); i++) {
            if (!first) {
                output.put(',');
            }
            output.put(changes.addedKey(i));
            output.put(changes.addedValue(i));
            first = false;
        }
        return end;
    }

    /// Copies bytes.
    ///
    /// @param unbroken whether line breaks, which lie between values only, are left out with the blanks after them
    private void copy(byte[] bytes, int from, int to, boolean unbroken) throws IOException {
        int next = from;
        for (int at = from; unbroken && at < to; at++) {
            if (bytes[at] == '\n' || bytes[at] == '\r') {
                output.put(bytes, next, at);
                while (at + 1 < to && bytes[at + 1] <= ' ' && bytes[at + 1] >= 0) {
                    at++;
                }
                next = at + 1;
            }
        }
        output.put(bytes, next, to);
    }
}
