package dev.millrace.engine.jsonlines;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.stats.Categories;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes rows of another format: an object with every column, in schema order. Each value of a block is rendered once,
/// and those of columns with few values are remembered.
final class RenderedRows {

    private static final int VALUES_REMEMBERED = 1 << 12; // of each column

    private final RowOutput output;
    private final JsonCells cells;
    private final List<RenderedColumn> columns = new ArrayList<>();

    RenderedRows(RowOutput output, JsonCells cells, MissingTokens missing) {
        this.output = output;
        this.cells = cells;
        for (int position = 0; position < cells.columns(); position++) {
            columns.add(new RenderedColumn(missing));
        }
    }

    void write(Block block, Edits edits, Split split) throws IOException {
        Edits.@Nullable ColumnEdit[] editOf = new Edits.ColumnEdit[columns.size()];
        edits.columns().forEach(edit -> editOf[edit.position()] = edit);
        for (int position = 0; position < editOf.length; position++) {
            columns.get(position).turnTo(block.column(position), block.rows(), editOf[position]);
        }
        for (int row = 0; row < block.rows(); row++) {
            for (int times = edits.times(row, split); times > 0; times--) {
                write(row);
            }
        }
    }

    private void write(int row) throws IOException {
        output.beginRow();
        output.put('{');
        for (int position = 0; position < columns.size(); position++) {
            if (position > 0) {
                output.put(',');
            }
            output.put(cells.key(position));
            output.put(columns.get(position).value(row));
        }
        output.put('}');
        output.endRow();
    }

    /// A column of the current block, and what is remembered of it.
    private final class RenderedColumn {

        private final MissingTokens missing;
        private Categories categories;
        private byte[][] rendered = new byte[64][]; // by code
        private int known;
        private int[] codes = new int[0];
        private int @Nullable [] choices;
        private byte[][] replacements = new byte[0][];

        RenderedColumn(MissingTokens missing) {
            this.missing = missing;
            this.categories = new Categories(missing.bytes(), Integer.MAX_VALUE);
        }

        void turnTo(Column column, int rows, Edits.@Nullable ColumnEdit edit) {
            if (known > VALUES_REMEMBERED) {
                categories = new Categories(missing.bytes(), Integer.MAX_VALUE);
                known = 0;
            }
            choices = edit == null ? null : edit.choices();
            replacements = edit == null ? new byte[0][] : cells.values(edit.replacements());
            if (codes.length < rows) {
                codes = new int[rows];
            }
            column.encode(categories, codes);
            if (rendered.length < categories.size()) {
                rendered = Arrays.copyOf(rendered, categories.size() * 2);
            }
            for (; known < categories.size(); known++) {
                rendered[known] = cells.value(categories.bytes(known));
            }
        }

        byte[] value(int row) {
            if (choices != null && choices[row] != Edits.KEEP) {
                return replacements[choices[row]];
            }
            return codes[row] == Categories.MISSING ? JsonCells.NULL : rendered[codes[row]];
        }
    }
}
