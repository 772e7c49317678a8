package dev.millrace.engine.strategy.memory;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.stats.Numbers;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Some rows of texts.
///
/// @param shard number of their shard
/// @param first position of the first row in its shard
record MemoryBlock(int shard, int first, List<List<String>> cells) implements Block {

    @Override
    public int rows() {
        return cells.size();
    }

    @Override
    public Column column(int position) {
        return new MemoryColumn(cells, position);
    }

    @Override
    public Place place(int row) {
        return Place.of("shard " + shard).atLine(first + row + 1L);
    }

    @Override
    public Block retained() {
        return this;
    }

    private record MemoryColumn(List<List<String>> cells, int position) implements Column {

        @Override
        public void encode(Categories categories, int[] codes) {
            for (int row = 0; row < cells.size(); row++) {
                codes[row] = encode(categories, row);
            }
        }

        @Override
        public int encode(Categories categories, int row) {
            byte[] bytes = text(row).getBytes(StandardCharsets.UTF_8);
            return categories.codeOf(bytes, 0, bytes.length);
        }

        @Override
        public double number(int row) {
            return Numbers.parse(text(row));
        }

        @Override
        public String text(int row) {
            return cells.get(row).get(position);
        }
    }
}
