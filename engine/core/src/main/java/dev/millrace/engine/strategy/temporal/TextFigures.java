package dev.millrace.engine.strategy.temporal;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.CellBytes;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.strategy.CategoryTexts;
import dev.millrace.engine.strategy.Subject;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A figure for each text of a column, worked out once for each of the first texts; of further ones, row by row, from
/// their bytes.
final class TextFigures {

    private static final int TEXTS_REMEMBERED = 1 << 16;

    private final int position;
    private final Figure figure;
    private final CategoryTexts texts;
    private final CellBytes cell = new CellBytes();
    private long[] figures = new long[64];
    private int known;
    private int[] codes = new int[0];
    private @Nullable Column column;

    /// What is worked out of a text.
    @FunctionalInterface
    interface Figure {

        /// The figure of the text, in UTF-8, that lies in a range of bytes.
        long of(byte[] bytes, int from, int to);
    }

    TextFigures(String name, Subject subject, Figure figure) {
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
            byte[] text = texts.text(known).getBytes(StandardCharsets.UTF_8);
            figures[known] = figure.of(text, 0, text.length);
        }
        column = block.column(position);
    }

    boolean isMissing(int row) {
        return codes[row] == Categories.MISSING;
    }

    /// The figure of a row's text.
    long of(int row) {
        int code = codes[row];
        return code >= 0 ? figures[code] : ofBytes(row);
    }

    private long ofBytes(int row) {
        current().read(row, cell);
        return figure.of(cell.bytes(), cell.from(), cell.to());
    }

    /// The text of a row. Makes a String for texts that are not remembered.
    String text(int row) {
        return codes[row] >= 0 ? texts.text(codes[row]) : current().text(row);
    }

    private Column current() {
        if (column == null) {
            throw new IllegalStateException("no block was read");
        }
        return column;
    }
}
