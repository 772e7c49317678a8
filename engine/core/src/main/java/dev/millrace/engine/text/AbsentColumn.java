package dev.millrace.engine.text;

import dev.millrace.engine.block.Column;
import dev.millrace.engine.stats.Categories;

import java.util.Arrays;

/// A column that the dataset has and a shard has not: missing in every row.
record AbsentColumn(int rows) implements Column {

    @Override
    public void encode(Categories categories, int[] codes) {
        Arrays.fill(codes, 0, rows, Categories.MISSING);
    }

    @Override
    public int encode(Categories categories, int row) {
        return Categories.MISSING;
    }

    @Override
    public double number(int row) {
        return Double.NaN;
    }

    @Override
    public String text(int row) {
        return "";
    }
}
