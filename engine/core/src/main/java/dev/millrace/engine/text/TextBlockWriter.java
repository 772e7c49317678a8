package dev.millrace.engine.text;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockWriter;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.Replacements;
import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.Split;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/// Writes blocks as delimited text. Of blocks of the same dialect, what lies between two edited cells is copied in one
/// run, over as many rows as lie between them; any other block is written value by value. Every record ends with a line
/// break, so that the bodies of files can be joined.
final class TextBlockWriter implements BlockWriter {

    private final OutputStream target;
    private final OutputBuffer out;
    private final Dialect dialect;
    private final int columns;
    private final CellWriter cellWriter;
    private final CellTranslator translator;
    private final byte[] delimiter;
    private final byte[] emptyCell; // of a table with one column: an empty line is no row for most readers
    private final byte[] lineEnd;
    private final IdentityHashMap<Replacements, byte[][]> cells = new IdentityHashMap<>();
    private long rows;

    /// Begins a file.
    ///
    /// @param target closed with the writer
    /// @param header the record of names with its line break; empty if there is none
    /// @param columns how many there are
    /// @param dialect as in memory
    TextBlockWriter(OutputStream target, byte[] header, int columns, Dialect dialect) throws IOException {
        this.target = target;
        this.out = new OutputBuffer(target);
        this.dialect = dialect;
        this.columns = columns;
        this.cellWriter = new CellWriter(dialect);
        this.translator = new CellTranslator(dialect);
        this.delimiter = new byte[] {(byte) dialect.delimiter()};
        byte quote = (byte) dialect.quote();
        this.emptyCell = quote == Dialect.NONE ? new byte[0] : new byte[] {quote, quote};
        this.lineEnd = dialect.lineEnd().characters().getBytes(StandardCharsets.US_ASCII);
        out.put(header);
    }

    @Override
    public void write(Block block, Edits edits, Split split) throws IOException {
        if (block instanceof TextBlock text && text.dialect.equals(dialect)) {
            if (text.inSchemaOrder) {
                writeRuns(text, edits, split);
            } else {
                writeCells(text, edits, split);
            }
        } else {
            writeValues(block, edits, split);
        }
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        out.flush();
        target.close();
    }

    /// The usual way: fields lie in schema order, so whatever is not edited is copied as it lies.
    private void writeRuns(TextBlock block, Edits edits, Split split) throws IOException {
        List<Edits.ColumnEdit> columnEdits = edits.columns();
        int edited = columnEdits.size();
        int[][] choices = new int[edited][];
        int[] slots = new int[edited];
        byte[][][] replacements = new byte[edited][][];
        for (int i = 0; i < edited; i++) {
            Edits.ColumnEdit edit = columnEdits.get(i);
            choices[i] = edit.choices();
            slots[i] = block.slotOfColumn[edit.position()];
            replacements[i] = cells(edit.replacements());
        }
        byte[] bytes = block.bytes;
        int runStart = 0; // [runStart, runEnd) is read but not yet written
        int runEnd = 0;
        for (int row = 0; row < block.rows; row++) {
            int recordStart = block.recordStart[row];
            for (int times = edits.times(row, split); times > 0; times--) {
                if (recordStart != runEnd) {
                    out.put(bytes, runStart, runEnd);
                    runStart = recordStart;
                }
                for (int i = 0; i < edited; i++) {
                    int choice = choices[i][row];
                    if (choice != Edits.KEEP) {
                        int cell = row * block.width + slots[i];
                        out.put(bytes, runStart, block.cellStart[cell]);
                        out.put(replacements[i][choice]);
                        runStart = block.cellEnd[cell];
                    }
                }
                runEnd = block.recordEnd[row];
                rows++;
            }
        }
        out.put(bytes, runStart, runEnd);
    }

    /// For a shard whose fields lie in another order than the schema's, or that lacks some: cell by cell.
    private void writeCells(TextBlock block, Edits edits, Split split) throws IOException {
        Edits.@Nullable ColumnEdit[] editOf = new Edits.ColumnEdit[columns];
        edits.columns().forEach(edit -> editOf[edit.position()] = edit);
        for (int row = 0; row < block.rows; row++) {
            for (int times = edits.times(row, split); times > 0; times--) {
                writeRecord(block, row, editOf);
                rows++;
            }
        }
    }

    private void writeRecord(TextBlock block, int row, Edits.@Nullable ColumnEdit[] editOf) throws IOException {
        int lineBreak = block.recordStart[row];
        for (int column = 0; column < columns; column++) {
            int slot = block.slotOfColumn[column];
            int cell = row * block.width + slot;
            Edits.ColumnEdit edit = editOf[column];
            int choice = edit == null ? Edits.KEEP : edit.choices()[row];
            if (edit != null && choice != Edits.KEEP) {
                out.put(cells(edit.replacements())[choice]);
            } else if (slot >= 0) {
                out.put(block.bytes, block.cellStart[cell], block.cellEnd[cell]);
            }
            if (column < columns - 1) {
                out.put(delimiter);
            }
            if (slot >= 0) {
                lineBreak = Math.max(lineBreak, block.cellEnd[cell]);
            }
        }
        out.put(block.bytes, lineBreak, block.recordEnd[row]);
    }

    /// For blocks of another format or dialect. A missing value becomes an empty cell, which is missing too.
    private void writeValues(Block block, Edits edits, Split split) throws IOException {
        Edits.@Nullable ColumnEdit[] editOf = new Edits.ColumnEdit[columns];
        edits.columns().forEach(edit -> editOf[edit.position()] = edit);
        Column[] views = new Column[columns];
        Arrays.setAll(views, block::column);
        @Nullable TextBlock text = block instanceof TextBlock some ? some : null;
        for (int row = 0; row < block.rows(); row++) {
            for (int times = edits.times(row, split); times > 0; times--) {
                for (int column = 0; column < columns; column++) {
                    if (column > 0) {
                        out.put(delimiter);
                    }
                    Edits.ColumnEdit edit = editOf[column];
                    int choice = edit == null ? Edits.KEEP : edit.choices()[row];
                    if (edit != null && choice != Edits.KEEP) {
                        out.put(cells(edit.replacements())[choice]);
                    } else if (text == null || !translator.put(out, text, row, text.slotOfColumn[column])) {
                        out.put(cell(views[column].text(row)));
                    }
                }
                out.put(lineEnd);
                rows++;
            }
        }
    }

    /// The values as cells of this dialect, each made once; the list may have grown since the last block.
    private byte[][] cells(Replacements replacements) {
        byte[][] made = cells.getOrDefault(replacements, new byte[0][]);
        int known = made.length;
        if (known < replacements.size()) {
            made = Arrays.copyOf(made, replacements.size());
            for (int i = known; i < made.length; i++) {
                made[i] = cell(replacements.text(i));
            }
            cells.put(replacements, made);
        }
        return made;
    }

    private byte[] cell(String value) {
        return columns == 1 && value.isEmpty() ? emptyCell : cellWriter.cell(value);
    }
}
