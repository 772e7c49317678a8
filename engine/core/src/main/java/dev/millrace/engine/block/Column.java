package dev.millrace.engine.block;

import dev.millrace.engine.stats.Categories;

import java.nio.charset.StandardCharsets;

/// One column of a block, as strategies see it: values, not their notation (quotes are gone).
public interface Column {

    /// The code of every row's value: `codes[row]` becomes [Categories#MISSING], [Categories#FULL] or the value's code.
    ///
    /// @param categories remembers values that are new to it
    /// @param codes at least as long as the block has rows
    void encode(Categories categories, int[] codes);

    /// The code of one row's value.
    int encode(Categories categories, int row);

    /// The value of one row as a number, as [dev.millrace.engine.stats.Numbers#parse] reads it; NaN if it is none. Does
    /// not look at missing tokens.
    double number(int row);

    /// Points at the value of one row; the bytes are borrowed until another value of the column is asked for.
    default void read(int row, CellBytes cell) {
        byte[] text = text(row).getBytes(StandardCharsets.UTF_8);
        cell.set(text, 0, text.length);
    }

    /// The value of one row as text, empty when the cell is empty. Makes a String: not for inner loops.
    String text(int row);
}
