package dev.millrace.engine.strategy;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.CellBytes;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.stats.Categories;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The categories of one column together with their texts. Each text is decoded once, when its category first appears,
/// and strictly: bytes that are not UTF-8 are an error with their place.
public final class CategoryTexts {

    private final String column;
    private final Categories categories;
    private final List<String> texts = new ArrayList<>();

    public CategoryTexts(String column, Categories categories) {
        this.column = column;
        this.categories = categories;
    }

    /// Codes of a block's rows, as [dev.millrace.engine.block.Column#encode] gives them.
    public void encode(Block block, int position, int[] codes) {
        block.column(position).encode(categories, codes);
        for (int code = texts.size(); code < categories.size(); code++) {
            texts.add(decode(code, block, codes));
        }
    }

    public int size() {
        return texts.size();
    }

    public String text(int code) {
        return texts.get(code);
    }

    private String decode(int code, Block block, int[] codes) {
        byte[] bytes = categories.bytes(code);
        int row = 0;
        while (codes[row] != code) {
            row++;
        }
        CellBytes cell = new CellBytes();
        cell.set(bytes, 0, bytes.length);
        return decode(cell, column, block, row);
    }

    /// The text of a row's cell.
    ///
    /// @throws DataException if it is not UTF-8
    public static String decode(CellBytes cell, String column, Block block, int row) {
        ByteBuffer bytes = ByteBuffer.wrap(cell.bytes(), cell.from(), cell.to() - cell.from());
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException undecodable) {
            String shown = new String(cell.bytes(), cell.from(), cell.to() - cell.from(), StandardCharsets.UTF_8);
            throw new DataException(
                    new Problem(
                            block.place(row).inColumn(column),
                            "the value is not UTF-8: " + shown,
                            "Save the file as UTF-8"),
                    undecodable);
        }
    }
}
