package dev.millrace.engine.parquet;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.problem.Place;

/// Rows of one row group. Columns that somebody looks at are decoded; the others are when a writer wants them.
final class ParquetBlock implements Block {

    private final ShardLeaves shard;
    private final LeafSource source;
    private final RowRange range;

    /// @param shard how the dataset's columns lie in the shard
    ParquetBlock(ShardLeaves shard, LeafSource source, RowRange range) {
        this.shard = shard;
        this.source = source;
        this.range = range;
    }

    /// Gives the values of leaves for the rows of a block.
    interface LeafSource {

        LeafValues values(Leaf leaf);

        /// The caches of a column's codes.
        CodeCaches caches(Leaf leaf);

        /// Whether values are read from the shard as they are wanted; else they were read before.
        boolean isLive();

        /// All leaves, with memory of their own.
        LeafSource retained();
    }

    /// Rows of a row group.
    ///
    /// @param rowGroup its index in the footer's list
    /// @param first counted from 0 in the row group
    /// @param inShard the first row, counted from 0 in the shard
    record RowRange(int rowGroup, long first, int rows, long inShard) {}

    @Override
    public int rows() {
        return range.rows();
    }

    @Override
    public Column column(int position) {
        if (!shard.lookedAt().contains(position)) {
            throw new IllegalArgumentException("column " + position + " was not asked for when the shard was opened");
        }
        Leaf leaf = shard.leaves(position).getFirst();
        CellValues cells = leaf.cells();
        if (cells == null) {
            throw new IllegalArgumentException("column '" + leaf.name() + "' can only be passed through");
        }
        return new ParquetColumn(source.values(leaf), cells, source.caches(leaf));
    }

    /// The values of a field's leaf.
    ///
    /// @param position of the column in the dataset's schema
    /// @param leaf which of its leaves
    LeafValues values(int position, int leaf) {
        return source.values(shard.leaves(position).get(leaf));
    }

    /// Whether the shard is being read, rather than kept in memory.
    boolean isLive() {
        return source.isLive();
    }

    RowRange range() {
        return range;
    }

    ShardLeaves shard() {
        return shard;
    }

    /// The rows are counted as a person does, from 1.
    @Override
    public Place place(int row) {
        return Place.of(shard.footer().file() + ", row " + (range.inShard() + row + 1));
    }

    @Override
    public Block retained() {
        return new ParquetBlock(shard, source.retained(), range);
    }
}
