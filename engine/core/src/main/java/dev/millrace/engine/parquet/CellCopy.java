package dev.millrace.engine.parquet;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.Replacements;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.stats.Numbers;

import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/// Writes the cells of a flat column that is edited, or that comes from another format.
///
/// @param block where they come from
/// @param column the column as its strategies saw it
/// @param name of the column
/// @param asIs the column's values if cells that keep theirs can be copied exactly, else null
/// @param edit what was replaced, null if nothing was
/// @param numbers whether the output has numbers; else it has texts
record CellCopy(
        Block block,
        Column column,
        String name,
        @Nullable LeafValues asIs,
        Edits.@Nullable ColumnEdit edit,
        boolean numbers) {

    private static final double EXACT_INTEGERS = 0x1p53;

    void write(LeafWriter writer, int[] rows, int from, int to) {
        for (int i = from; i < to; i++) {
            int row = rows[i];
            int choice = edit == null ? Edits.KEEP : edit.choices()[row];
            if (edit != null && choice != Edits.KEEP) {
                writeReplacement(writer, row, edit.replacements(), choice);
            } else if (asIs != null) {
                writer.copy(asIs, row);
            } else if (numbers) {
                writeNumber(writer, row);
            } else {
                writeText(writer, row, column.text(row));
            }
        }
    }

    private void writeReplacement(LeafWriter writer, int row, Replacements replacements, int choice) {
        if (!numbers) {
            writeText(writer, row, replacements.text(choice));
        } else if (replacements.isNumber(choice)) {
            writer.write(replacements.number(choice));
        } else {
            String text = replacements.text(choice);
            writeNumber(writer, row, text, Numbers.parse(text));
        }
    }

    private void writeNumber(LeafWriter writer, int row) {
        double number = column.number(row);
        if (Math.abs(number) < EXACT_INTEGERS) {
            writer.write(number);
        } else {
            writeNumber(writer, row, column.text(row), number);
        }
    }

    private void writeNumber(LeafWriter writer, int row, String text, double number) {
        if (text.isEmpty()) {
            writeMissing(writer, row);
        } else if (Double.isNaN(number)) {
            throw unfit(row, "'" + text + "' is not a number, but the output column has numbers");
        } else if (losesDigits(text, number)) {
            throw unfit(row, text + " has more digits than a DOUBLE, which the output column is to have");
        } else {
            writer.write(number);
        }
    }

    /// Whether a text is an integer that a double cannot hold.
    private static boolean losesDigits(String text, double number) {
        boolean integer = text.chars().skip(text.startsWith("-") ? 1 : 0).allMatch(Character::isDigit);
        return integer && (Double.isInfinite(number) || new BigDecimal(text).compareTo(new BigDecimal(number)) != 0);
    }

    private void writeText(LeafWriter writer, int row, String text) {
        if (text.isEmpty()) {
            writeMissing(writer, row);
        } else {
            writer.write(Binary.fromConstantByteArray(CellValues.bytes(text)));
        }
    }

    private void writeMissing(LeafWriter writer, int row) {
        if (!writer.isOptional()) {
            throw unfit(row, "the cell is missing, but the column is required");
        }
        writer.writeNull();
    }

    private DataException unfit(int row, String finding) {
        return new DataException(
                new Problem(
                        block.place(row).inColumn(name),
                        finding,
                        "Write text, such as CSV, or leave the column out of the strategies that edit it"));
    }
}
