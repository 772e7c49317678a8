package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.Replacements;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.Transform;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Fills the missing cells of one shard, and counts them.
final class ImputationTransform implements Transform {

    private static final int FILL = 0; // choice of the only value

    private final List<ColumnFill> columns;

    ImputationTransform(List<FilledColumn> columns, Subject subject) {
        this.columns = columns.stream().map(column -> new ColumnFill(column, subject)).toList();
    }

    @Override
    public void apply(Block block, Edits edits) {
        for (ColumnFill column : columns) {
            column.apply(block, edits);
        }
    }

    /// Filled cells, by [#count].
    @Override
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (ColumnFill column : columns) {
            column.filled.forEach((split, cells) -> counts.put(count(column.name, split), cells[0]));
        }
        return counts;
    }

    /// The name under which the filled cells of a column and split are counted.
    static String count(String column, Split split) {
        return split.folder() + "/" + column;
    }

    private static final class ColumnFill {

        private final String name;
        private final int position;
        private final Categories missingOnly;
        private final Replacements value;
        private final Map<Split, long[]> filled = new EnumMap<>(Split.class); // cells, in an array of one
        private int[] choices = new int[0];

        ColumnFill(FilledColumn column, Subject subject) {
            name = column.column();
            position = column.position();
            missingOnly = new Categories(subject.missing().bytes(), 0);
            value = column.value().replacements();
        }

        void apply(Block block, Edits edits) {
            if (choices.length < block.rows()) {
                choices = new int[block.rows()];
            }
            block.column(position).encode(missingOnly, choices);
            boolean any = false;
            for (int row = 0; row < block.rows(); row++) {
                if (choices[row] == Categories.MISSING) {
                    choices[row] = FILL;
                    any = true;
                    count(row, edits);
                } else {
                    choices[row] = Edits.KEEP;
                }
            }
            if (any) {
                edits.replace(position, choices, value);
            }
        }

        private void count(int row, Edits edits) {
            Split split = edits.split(row);
            if (split != null) {
                filled.computeIfAbsent(split, _ -> new long[1])[0] += edits.times(row, split);
            }
        }
    }
}
