package dev.millrace.engine.block;

import dev.millrace.engine.problem.Place;
import dev.millrace.engine.stats.Categories;

import java.util.Arrays;

/// Some rows of a block, in order; a row may be there more than once.
@SuppressWarnings("ArrayRecordComponent") // a view for one call, never compared
record SelectedBlock(Block block, int[] selected, int rows) implements Block {

    @Override
    public Column column(int position) {
        return new SelectedColumn(block.column(position), selected, rows);
    }

    @Override
    public Place place(int row) {
        return block.place(selected[row]);
    }

    @Override
    public String raw(int row) {
        return block.raw(selected[row]);
    }

    @Override
    public Block retained() {
        return new SelectedBlock(block.retained(), Arrays.copyOf(selected, rows), rows);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record SelectedColumn(Column column, int[] selected, int rows) implements Column {

        @Override
        public void encode(Categories categories, int[] codes) {
            for (int row = 0; row < rows; row++) {
                codes[row] = column.encode(categories, selected[row]);
            }
        }

        @Override
        public int encode(Categories categories, int row) {
            return column.encode(categories, selected[row]);
        }

        @Override
        public double number(int row) {
            return column.number(selected[row]);
        }

        @Override
        public void read(int row, CellBytes cell) {
            column.read(selected[row], cell);
        }

        @Override
        public String text(int row) {
            return column.text(selected[row]);
        }
    }
}
