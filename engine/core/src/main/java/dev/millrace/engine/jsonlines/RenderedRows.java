package dev.millrace.engine.jsonlines;

import static java.util.Objects.requireNonNull;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.CellBytes;
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

/// Writes rows of another format: an object with every column, in schema order. The first values of each column are
/// rendered once; further ones are rendered where they are written, from their bytes.
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
            columns.get(position).put(row);
        }
        output.put('}');
        output.endRow();
    }

    /// A column of the current block, and what is remembered of it.
    private final class RenderedColumn {

        private final Categories categories;
        private final CellBytes cell = new CellBytes();
        private byte[][] rendered = new byte[64][]; // by code
        private int known;
        private int[] codes = new int[0];
        private int @Nullable [] choices;
        private byte[][] replacements = new byte[0][];
        private @Nullable Column column;

        RenderedColumn(MissingTokens missing) {
            this.categories = new Categories(missing.bytes(), VALUES_REMEMBERED);
        }

        void turnTo(Column next, int rows, Edits.@Nullable ColumnEdit edit) {
            column = next;
            choices = edit == null ? null : edit.choices();
            replacements = edit == null ? new byte[0][] : cells.values(edit.replacements());
            if (codes.length < rows) {
                codes = new int[rows];
            }
            next.encode(categories, codes);
            if (rendered.length < categories.size()) {
                rendered = Arrays.copyOf(rendered, categories.size() * 2);
            }
            for (; known < categories.size(); known++) {
                rendered[known] = cells.value(categories.bytes(known));
            }
        }

        void put(int row) throws IOException {
            int code = codes[row];
            if (choices != null && choices[row] != Edits.KEEP) {
                output.put(replacements[choices[row]]);
            } else if (code >= 0) {
                output.put(rendered[code]);
            } else if (code == Categories.MISSING) {
                output.put(JsonCells.NULL);
            } else {
                requireNonNull(column).read(row, cell);
                cells.put(output, cell);
            }
        }
    }
}
