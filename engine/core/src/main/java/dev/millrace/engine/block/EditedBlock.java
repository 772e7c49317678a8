package dev.millrace.engine.block;

import dev.millrace.engine.problem.Place;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.stats.Numbers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/// A block with edits laid over it: what a later strategy of the recipe sees.
record EditedBlock(Block block, SortedMap<Integer, Edits.ColumnEdit> edits) implements Block {

    @Override
    public int rows() {
        return block.rows();
    }

    @Override
    public Column column(int position) {
        Edits.ColumnEdit edit = edits.get(position);
        Column column = block.column(position);
        return edit == null ? column : new EditedColumn(column, edit, block.rows());
    }

    @Override
    public Place place(int row) {
        return block.place(row);
    }

    @Override
    public String raw(int row) {
        return block.raw(row);
    }

    @Override
    public Block retained() {
        SortedMap<Integer, Edits.ColumnEdit> kept = new TreeMap<>();
        edits.forEach((position, edit) -> kept.put(position, edit.retained()));
        return new EditedBlock(block.retained(), kept);
    }

    private record EditedColumn(Column column, Edits.ColumnEdit edit, int rows) implements Column {

        private static final int UNKNOWN = Integer.MIN_VALUE;

        @Override
        public void encode(Categories categories, int[] codes) {
            int[] choices = edit.choices();
            int[] replacementCodes = new int[edit.replacements().size()];
            Arrays.fill(replacementCodes, UNKNOWN);
            for (int row = 0; row < rows; row++) {
                int choice = choices[row];
                if (choice == Edits.KEEP) {
                    codes[row] = column.encode(categories, row);
                } else {
                    if (replacementCodes[choice] == UNKNOWN) {
                        replacementCodes[choice] = encodeReplacement(categories, choice);
                    }
                    codes[row] = replacementCodes[choice];
                }
            }
        }

        @Override
        public int encode(Categories categories, int row) {
            int choice = edit.choices()[row];
            return choice == Edits.KEEP ? column.encode(categories, row) : encodeReplacement(categories, choice);
        }

        private int encodeReplacement(Categories categories, int choice) {
            byte[] bytes = edit.replacements().text(choice).getBytes(StandardCharsets.UTF_8);
            return categories.codeOf(bytes, 0, bytes.length);
        }

        @Override
        public double number(int row) {
            int choice = edit.choices()[row];
            if (choice == Edits.KEEP) {
                return column.number(row);
            }
            Replacements replacements = edit.replacements();
            return replacements.isNumber(choice)
                    ? replacements.number(choice)
                    : Numbers.parse(replacements.text(choice));
        }

        @Override
        public void read(int row, CellBytes cell) {
            if (edit.choices()[row] == Edits.KEEP) {
                column.read(row, cell);
            } else {
                Column.super.read(row, cell);
            }
        }

        @Override
        public String text(int row) {
            int choice = edit.choices()[row];
            return choice == Edits.KEEP ? column.text(row) : edit.replacements().text(choice);
        }
    }
}
