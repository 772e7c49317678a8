package dev.millrace.engine.strategy.temporal;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.CellBytes;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.strategy.CategoryTexts;
import dev.millrace.engine.strategy.Subject;

import org.jspecify.annotations.Nullable;

/// Hashes the groups of rows. There are too many groups to remember, so each row's is hashed anew, from its bytes as
/// long as they are ASCII.
final class GroupColumn {

    private final String name;
    private final int position;
    private final Hasher64 hasher;
    private final Categories missingOnly;
    private final CellBytes cell = new CellBytes();
    private final AsciiText ascii = new AsciiText(cell);
    private int[] codes = new int[0];
    private @Nullable Block block;
    private @Nullable Column column;

    GroupColumn(String name, Subject subject) {
        this.name = name;
        this.position = subject.schema().position(name);
        this.hasher = Hashing.xxh3_64(subject.seed());
        this.missingOnly = new Categories(subject.missing().bytes(), 0);
    }

    /// Looks at a block's rows.
    void read(Block rows) {
        if (codes.length < rows.rows()) {
            codes = new int[rows.rows()];
        }
        block = rows;
        column = rows.column(position);
        column.encode(missingOnly, codes);
    }

    boolean isMissing(int row) {
        return codes[row] == Categories.MISSING;
    }

    /// The hash that stands for a row's group: that of its UTF-16 units.
    long hash(int row) {
        if (block == null || column == null) {
            throw new IllegalStateException("no block was read");
        }
        column.read(row, cell);
        return ascii.isAscii()
                ? hasher.hashCharsToLong(ascii)
                : hasher.hashCharsToLong(CategoryTexts.decode(cell, name, block, row));
    }

    /// A cell of ASCII characters as a text, without making one.
    private record AsciiText(CellBytes cell) implements CharSequence {

        boolean isAscii() {
            byte[] bytes = cell.bytes();
            int all = 0;
            for (int at = cell.from(); at < cell.to(); at++) {
                all |= bytes[at];
            }
            return all >= 0;
        }

        @Override
        public int length() {
            return cell.to() - cell.from();
        }

        @Override
        public char charAt(int index) {
            return (char) cell.bytes()[cell.from() + index];
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            throw new UnsupportedOperationException("a hash needs none");
        }
    }
}
