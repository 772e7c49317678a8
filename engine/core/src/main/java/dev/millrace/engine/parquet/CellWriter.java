package dev.millrace.engine.parquet;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.CellBytes;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.Replacements;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.stats.Numbers;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigDecimal;

/// Writes the cells of a flat column that is edited, or that comes from another format. A replacement is encoded once,
/// and looked up once for each column chunk.
final class CellWriter {

    private static final double EXACT_INTEGERS = 0x1p53;

    private final LeafWriter writer;
    private final String name;
    private final boolean numbers;
    private final Leaf leaf;
    private final EncodedBytes value = new EncodedBytes();
    private final ReplacementIds choices = new ReplacementIds();
    private final CellBytes cell = new CellBytes();

    /// @param name of the column
    /// @param leaf the column's only one, of the output
    CellWriter(LeafWriter writer, String name, Leaf leaf) {
        this.writer = writer;
        this.name = name;
        this.leaf = leaf;
        this.numbers =
                switch (leaf.physical()) {
                    case FLOAT, DOUBLE -> true;
                    case BINARY -> false;
                    case BOOLEAN, INT32, INT64, INT96, FIXED_LEN_BYTE_ARRAY ->
                            throw new IllegalArgumentException("edits make numbers or texts, not " + leaf.physical());
                };
    }

    /// Where cells come from.
    ///
    /// @param column the column as its strategies saw it
    /// @param asIs the column's values if cells that keep theirs can be copied exactly, else null
    /// @param edit what was replaced, null if nothing was
    record Cells(Block block, Column column, @Nullable LeafValues asIs, Edits.@Nullable ColumnEdit edit) {}

    /// Another column chunk begins.
    void begin() {
        choices.clear();
    }

    void write(Cells cells, int[] rows, int from, int to) throws IOException {
        Edits.ColumnEdit edit = cells.edit();
        int next = from;
        while (next < to) {
            int kept = edit == null ? to : endOfKept(edit.choices(), rows, next, to);
            writeKept(cells, rows, next, kept);
            next = kept;
            if (edit != null && next < to) {
                next = writeReplacements(cells, edit, rows, next, to);
            }
        }
    }

    /// The first of some rows whose cell is replaced, or their end.
    private static int endOfKept(int[] choices, int[] rows, int from, int to) {
        int end = from;
        while (end < to && choices[rows[end]] == Edits.KEEP) {
            end++;
        }
        return end;
    }

    private void writeKept(Cells cells, int[] rows, int from, int to) throws IOException {
        LeafValues asIs = cells.asIs();
        if (asIs != null) {
            writer.copy(asIs, rows, from, to);
            return;
        }
        for (int i = from; i < to; i++) {
            int row = rows[i];
            if (numbers) {
                writeNumber(cells, row);
            } else {
                cells.column().read(row, cell);
                writeText(cells, row, cell.bytes(), cell.from(), cell.to());
            }
        }
    }

    /// Writes cells that are replaced, at least one.
    ///
    /// @return the first row that is not written
    private int writeReplacements(Cells cells, Edits.ColumnEdit edit, int[] rows, int from, int to) throws IOException {
        int[] ids = choices.of(edit.replacements());
        int next = writer.writeIds(edit.choices(), ids, rows, from, to);
        if (next == from) {
            int row = rows[next++];
            writeNew(cells, row, edit.replacements(), edit.choices()[row], ids);
        }
        return next;
    }

    private void writeNew(Cells cells, int row, Replacements replacements, int choice, int[] ids) throws IOException {
        if (!numbers) {
            byte[] bytes = CellValues.bytes(replacements.text(choice));
            ids[choice] = writeText(cells, row, bytes, 0, bytes.length);
        } else if (replacements.isNumber(choice)) {
            ids[choice] = writeNumber(replacements.number(choice));
        } else {
            String text = replacements.text(choice);
            ids[choice] = writeNumber(cells, row, text, Numbers.parse(text));
        }
    }

    private void writeNumber(Cells cells, int row) throws IOException {
        double number = cells.column().number(row);
        if (Math.abs(number) < EXACT_INTEGERS) {
            writeNumber(number);
        } else {
            writeNumber(cells, row, cells.column().text(row), number);
        }
    }

    private int writeNumber(Cells cells, int row, String text, double number) throws IOException {
        if (text.isEmpty()) {
            return writeMissing(cells, row);
        }
        if (Double.isNaN(number)) {
            throw unfit(cells, row, "'" + text + "' is not a number, but the output column has numbers");
        }
        if (losesDigits(text, number)) {
            throw unfit(cells, row, text + " has more digits than a DOUBLE, which the output column is to have");
        }
        return writeNumber(number);
    }

    /// Whether a text is an integer that a double cannot hold.
    private static boolean losesDigits(String text, double number) {
        boolean integer = text.chars().skip(text.startsWith("-") ? 1 : 0).allMatch(Character::isDigit);
        return integer && (Double.isInfinite(number) || new BigDecimal(text).compareTo(new BigDecimal(number)) != 0);
    }

    private int writeNumber(double number) throws IOException {
        value.clear();
        boolean single = leaf.fixedBytes() == Float.BYTES;
        leaf.encode(single ? Float.floatToRawIntBits((float) number) : Double.doubleToRawLongBits(number), value);
        return writer.write(value.array(), 0, value.size());
    }

    private int writeText(Cells cells, int row, byte[] bytes, int from, int to) throws IOException {
        return from == to ? writeMissing(cells, row) : writer.write(bytes, from, to - from);
    }

    private int writeMissing(Cells cells, int row) throws IOException {
        if (!writer.isOptional()) {
            throw unfit(cells, row, "the cell is missing, but the column is required");
        }
        writer.writeNull();
        return ReplacementIds.UNKNOWN;
    }

    private DataException unfit(Cells cells, int row, String finding) {
        return new DataException(
                new Problem(
                        cells.block().place(row).inColumn(name),
                        finding,
                        "Write text, such as CSV, or leave the column out of the strategies that edit it"));
    }
}
