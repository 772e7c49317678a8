package dev.millrace.engine.parquet;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.BlockStart;
import dev.millrace.engine.block.SeekableReader;
import dev.millrace.engine.parquet.ParquetBlock.LeafSource;
import dev.millrace.engine.parquet.ParquetBlock.RowRange;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Cuts a shard into blocks, each within one row group. Holds a page of every column that is read, never a row group.
///
/// The hash of the content costs one sequential read of the file when it is asked for.
final class ParquetBlockReader implements SeekableReader {

    private static final int MOST_ROWS = 1 << 14;

    private final ShardFile file;
    private final ShardLeaves shard;
    private final BlockSize size;
    private final Columns columns;
    private final long rowsOfShard;
    private int rowGroup;
    private long nextInGroup;
    private long nextInShard;

    ParquetBlockReader(ShardFile file, ShardLeaves shard, BlockSize size) {
        this.file = file;
        this.shard = shard;
        this.size = size;
        this.columns = new Columns(file, shard);
        this.rowsOfShard = shard.footer().rowGroups().stream().mapToLong(ShardFooter.RowGroup::rows).sum();
    }

    @Override
    public @Nullable Block next() {
        if (rowGroup == shard.footer().rowGroups().size()) {
            return null;
        }
        ShardFooter.RowGroup group = shard.footer().rowGroups().get(rowGroup);
        int rows = (int) Math.min(rowsOfBlock(group), group.rows() - nextInGroup);
        RowRange range = new RowRange(rowGroup, nextInGroup, rows, nextInShard);
        columns.moveTo(range);
        nextInGroup += rows;
        nextInShard += rows;
        if (nextInGroup == group.rows()) {
            rowGroup++;
            nextInGroup = 0;
        }
        return new ParquetBlock(shard, columns, range);
    }

    @Override
    public BlockStart start() {
        return new BlockStart(nextInShard, 0, 0);
    }

    @Override
    public void seek(BlockStart start) {
        nextInShard = start.rows();
        nextInGroup = start.rows();
        while (rowGroup < shard.footer().rowGroups().size()
                && nextInGroup >= shard.footer().rowGroups().get(rowGroup).rows()) {
            nextInGroup -= shard.footer().rowGroups().get(rowGroup).rows();
            rowGroup++;
        }
    }

    private long rowsOfBlock(ShardFooter.RowGroup group) {
        long bytesOfRow = Math.max(1, group.uncompressedBytes() / group.rows());
        return Math.max(1, Math.min(Math.min(MOST_ROWS, size.rows()), size.bytes() / bytesOfRow));
    }

    @Override
    public long bytesRead() {
        return rowsOfShard == 0 ? file.bytes() : (long) ((double) nextInShard / rowsOfShard * file.bytes());
    }

    @Override
    public String contentHash() {
        return file.contentHash();
    }

    @Override
    public void close() throws IOException {
        columns.close();
        file.close();
    }

    /// The leaves' values for the rows of the current block. Looked-at columns are read at once, so that damage shows
    /// in the reader; the others when they are wanted.
    private static final class Columns implements LeafSource, AutoCloseable {

        private final ShardFile file;
        private final ShardLeaves shard;
        private final Set<Leaf> lookedAt = new HashSet<>();
        private final Map<Leaf, LeafReader> readers = new HashMap<>(); // of the current row group
        private final Map<Leaf, LeafValues> values = new HashMap<>();
        private final Map<Leaf, CodeCaches> caches = new HashMap<>();
        private final Set<Leaf> current = new HashSet<>(); // whose values are those of the current block
        private RowRange range = new RowRange(-1, 0, 0, 0);

        Columns(ShardFile file, ShardLeaves shard) {
            this.file = file;
            this.shard = shard;
            shard.lookedAt().forEach(position -> lookedAt.addAll(shard.leaves(position)));
        }

        void moveTo(RowRange next) {
            if (next.rowGroup() != range.rowGroup()) {
                close();
            }
            range = next;
            current.clear();
            lookedAt.forEach(this::values);
        }

        /// Ends reading the row group.
        @Override
        public void close() {
            readers.values().forEach(LeafReader::close);
            readers.clear();
        }

        @Override
        public LeafValues values(Leaf leaf) {
            LeafValues known = values.computeIfAbsent(leaf, LeafValues::new);
            if (current.add(leaf)) {
                LeafReader reader = readers.computeIfAbsent(leaf, this::open);
                reader.skip(range.first() - reader.nextRow(), known);
                reader.read(known, range.rows());
            }
            return known;
        }

        private LeafReader open(Leaf leaf) {
            return new LeafReader(file, shard.footer(), range.rowGroup(), leaf, lookedAt.contains(leaf));
        }

        @Override
        public CodeCaches caches(Leaf leaf) {
            return caches.computeIfAbsent(leaf, _ -> new CodeCaches());
        }

        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public LeafSource retained() {
            Map<Leaf, LeafValues> kept = new HashMap<>();
            shard.all().forEach(leaf -> kept.put(leaf, values(leaf).retained()));
            return new Kept(kept, caches);
        }
    }

    /// Values that were read before.
    private record Kept(Map<Leaf, LeafValues> values, Map<Leaf, CodeCaches> caches) implements LeafSource {

        @Override
        public LeafValues values(Leaf leaf) {
            LeafValues known = values.get(leaf);
            if (known == null) {
                throw new IllegalArgumentException("no values of " + leaf.name());
            }
            return known;
        }

        @Override
        public CodeCaches caches(Leaf leaf) {
            return caches.computeIfAbsent(leaf, _ -> new CodeCaches());
        }

        @Override
        public boolean isLive() {
            return false;
        }

        @Override
        public LeafSource retained() {
            return this;
        }
    }
}
