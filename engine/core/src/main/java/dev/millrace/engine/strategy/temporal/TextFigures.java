package dev.millrace.engine.strategy.temporal;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.strategy.CategoryTexts;
import dev.millrace.engine.strategy.Subject;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.function.ToLongFunction;

/// A figure for each text of a column, worked out once for each of the first texts; of further ones, row by row.
final class TextFigures {

    private static final int TEXTS_REMEMBERED = 1 << 16;

    private final int position;
    private final ToLongFunction<String> figure;
    private final CategoryTexts texts;
    private long[] figures = new long[64];
    private int known;
    private int[] codes = new int[0];
    private @Nullable Column column;

    TextFigures(String name, Subject subject, ToLongFunction<String> figure) {
        this.position = subject.schema().position(name);
        this.figure = figure;
        this.texts = new CategoryTexts(name, new Categories(subject.missing().bytes(), TEXTS_REMEMBERED));
    }

    /// Looks at a block's rows.
    void read(Block block) {
        if (codes.length < block.rows()) {
            codes = new int[block.rows()];
        }
        texts.encode(block, position, codes);
        if (figures.length < texts.size()) {
            figures = Arrays.copyOf(figures, texts.size() * 2);
        }
        for (; known < texts.size(); known++) {
            figures[known] = figure.applyAsLong(texts.text(known));
        }
        column = block.column(position);
    }

    boolean isMissing(int row) {
        return codes[row] == Categories.MISSING;
    }

    /// The figure of a row's text.
    long of(int row) {
        int code = codes[row];
        return code >= 0 ? figures[code] : figure.applyAsLong(text(row));
    }

    /// The text of a row. Makes a String for texts that are not remembered.
    String text(int row) {
        if (codes[row] >= 0) {
            return texts.text(codes[row]);
        }
        if (column == null) {
            throw new IllegalStateException("no block was read");
        }
        return column.text(row);
    }
}
