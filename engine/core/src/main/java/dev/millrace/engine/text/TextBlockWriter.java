package dev.millrace.engine.text;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockWriter;
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

/// Writes blocks of text: what lies between two edited cells is copied in one run, over as many rows as lie between
/// them. Every record ends with a line break, so that the bodies of files can be joined.
final class TextBlockWriter implements BlockWriter {

    private static final int BUFFER_BYTES = 256 << 10;

    private final OutputStream target;
    private final Dialect dialect;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final IdentityHashMap<Replacements, byte[][]> cells = new IdentityHashMap<>();
    private int buffered;
    private long rows;

    TextBlockWriter(OutputStream target, TextHeader header, Dialect dialect) throws IOException {
        this.target = target;
        this.dialect = dialect;
        put(header.raw(), 0, header.raw().length);
    }

    @Override
    public void write(Block block, Edits edits, Split split) throws IOException {
        if (!(block instanceof TextBlock text)) {
            throw new IllegalArgumentException("a text writer got a " + block.getClass().getSimpleName());
        }
        if (text.inSchemaOrder) {
            writeRuns(text, edits, split);
        } else {
            writeCells(text, edits, split);
        }
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    /// The usual way: fields lie in schema order, so whatever is not edited is copied as it lies.
    private void writeRuns(TextBlock block, Edits edits, Split split) throws IOException {
        List<Edits.ColumnEdit> columns = edits.columns();
        int edited = columns.size();
        int[][] choices = new int[edited][];
        int[] slots = new int[edited];
        byte[][][] replacements = new byte[edited][][];
        for (int i = 0; i < edited; i++) {
            Edits.ColumnEdit edit = columns.get(i);
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
                    put(bytes, runStart, runEnd);
                    runStart = recordStart;
                }
                for (int i = 0; i < edited; i++) {
                    int choice = choices[i][row];
                    if (choice != Edits.KEEP) {
                        int cell = row * block.width + slots[i];
                        put(bytes, runStart, block.cellStart[cell]);
                        byte[] replacement = replacements[i][choice];
                        put(replacement, 0, replacement.length);
                        runStart = block.cellEnd[cell];
                    }
                }
                runEnd = block.recordEnd[row];
                rows++;
            }
        }
        put(bytes, runStart, runEnd);
    }

    /// For a shard whose fields lie in another order than the schema's: cell by cell.
    private void writeCells(TextBlock block, Edits edits, Split split) throws IOException {
        Edits.@Nullable ColumnEdit[] editOf = new Edits.ColumnEdit[block.slotOfColumn.length];
        edits.columns().forEach(edit -> editOf[edit.position()] = edit);
        byte[] delimiter = {(byte) dialect.delimiter()};
        for (int row = 0; row < block.rows; row++) {
            for (int times = edits.times(row, split); times > 0; times--) {
                writeRecord(block, row, editOf, delimiter);
                rows++;
            }
        }
    }

    private void writeRecord(TextBlock block, int row, Edits.@Nullable ColumnEdit[] editOf, byte[] delimiter)
            throws IOException {
        int lineBreak = block.recordStart[row];
        for (int column = 0; column < editOf.length; column++) {
            int cell = row * block.width + block.slotOfColumn[column];
            Edits.ColumnEdit edit = editOf[column];
            int choice = edit == null ? Edits.KEEP : edit.choices()[row];
            if (edit == null || choice == Edits.KEEP) {
                put(block.bytes, block.cellStart[cell], block.cellEnd[cell]);
            } else {
                byte[] replacement = cells(edit.replacements())[choice];
                put(replacement, 0, replacement.length);
            }
            if (column < editOf.length - 1) {
                put(delimiter, 0, 1);
            }
            lineBreak = Math.max(lineBreak, block.cellEnd[cell]);
        }
        put(block.bytes, lineBreak, block.recordEnd[row]);
    }

    /// The values as cells of this dialect, each made once; the list may have grown since the last block.
    private byte[][] cells(Replacements replacements) {
        byte[][] made = cells.getOrDefault(replacements, new byte[0][]);
        int known = made.length;
        if (known < replacements.size()) {
            made = Arrays.copyOf(made, replacements.size());
            for (int i = known; i < made.length; i++) {
                made[i] = cell(replacements.text(i)).getBytes(StandardCharsets.UTF_8);
            }
            cells.put(replacements, made);
        }
        return made;
    }

    private String cell(String value) {
        String quote = String.valueOf(dialect.quote());
        boolean plain =
                value.indexOf(dialect.delimiter()) < 0
                        && !value.contains(quote)
                        && value.indexOf('\n') < 0
                        && value.indexOf('\r') < 0;
        return plain ? value : quote + value.replace(quote, quote + quote) + quote;
    }

    private void put(byte[] bytes, int from, int to) throws IOException {
        int length = to - from;
        if (length > buffer.length - buffered) {
            flush();
            if (length > buffer.length) {
                target.write(bytes, from, length);
                return;
            }
        }
        System.arraycopy(bytes, from, buffer, buffered, length);
        buffered += length;
    }

    private void flush() throws IOException {
        target.write(buffer, 0, buffered);
        buffered = 0;
    }
}
