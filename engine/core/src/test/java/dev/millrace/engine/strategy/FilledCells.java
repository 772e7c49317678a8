package dev.millrace.engine.strategy;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.Replacements;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.stats.Categories;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A block whose missing cells hold a value.
record FilledCells(Subject subject, Map<String, String> values) implements UnaryOperator<Block> {

    @Override
    public Block apply(Block block) {
        Edits edits = new Edits();
        edits.clear(Split.TRAIN, block.rows());
        values.forEach((name, value) -> {
            int position = subject.schema().position(name);
            int[] codes = new int[block.rows()];
            block.column(position).encode(new Categories(subject.missing().bytes(), 1 << 16), codes);
            Replacements replacements = new Replacements();
            int choice = replacements.addText(value);
            Arrays.setAll(codes, row -> codes[row] == Categories.MISSING ? choice : Edits.KEEP);
            edits.replace(position, codes, replacements);
        });
        return edits.appliedTo(block);
    }
}
