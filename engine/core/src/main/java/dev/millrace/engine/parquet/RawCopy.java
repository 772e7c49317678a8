package dev.millrace.engine.parquet;

import dev.millrace.engine.parquet.ParquetBlock.RowRange;
import dev.millrace.engine.parquet.RowGroupWriter.InputGroup;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The columns of a row group of the input that are put off, to be copied as raw pages once all its rows are known to
/// go to one file. Opens the shard anew when it comes to that: the block's reader may be closed by then.
final class RawCopy {

    private static final int ROWS_AT_ONCE = 1 << 13;

    private final InputGroup input;
    private final List<@Nullable Leaf> putOff; // by leaf of the output; null for those that are written row by row
    private final List<ColumnDescriptor> columns; // by leaf of the output
    private long rowsSeen;

    private RawCopy(InputGroup input, List<@Nullable Leaf> putOff, List<ColumnDescriptor> columns) {
        this.input = input;
        this.putOff = putOff;
        this.columns = columns;
    }

    /// Puts off what can be at the beginning of a row group; null if nothing can.
    ///
    /// @param block the first one of the row group, all of whose rows go to the file
    static @Nullable RawCopy begin(ParquetOutput output, InputGroup input, ParquetBlock block, long mostRows) {
        if (!block.isLive() || block.range().first() > 0 || input.group().rows() > mostRows) {
            return null;
        }
        List<@Nullable Leaf> putOff = new ArrayList<>();
        List<ColumnDescriptor> columns = new ArrayList<>();
        for (int position = 0; position < output.schema().fields().size(); position++) {
            OutputSchema.OutputField field = output.schema().fields().get(position);
            boolean same = !field.edited() && field.type().equals(input.shard().fields().get(position).type());
            for (Leaf leaf : input.shard().leaves(position)) {
                putOff.add(same && keepsCodec(output, input.group().chunks().get(leaf.index())) ? leaf : null);
            }
            columns.addAll(field.leaves());
        }
        return putOff.stream().anyMatch(leaf -> leaf != null) ? new RawCopy(input, putOff, columns) : null;
    }

    private static boolean keepsCodec(ParquetOutput output, ColumnChunkMetaData chunk) {
        return output.codec(chunk).libraryName() == chunk.getCodec();
    }

    /// Whether a leaf of the output is put off.
    boolean putsOff(int leaf) {
        return putOff.get(leaf) != null;
    }

    /// Whether a block of the row group is the next one.
    boolean continuesWith(ParquetBlock block) {
        return block.range().first() == rowsSeen;
    }

    /// Takes note of a block.
    ///
    /// @return whether it was the last one of the row group
    boolean seen(ParquetBlock block) {
        RowRange range = block.range();
        rowsSeen = range.first() + range.rows();
        return isComplete();
    }

    boolean isComplete() {
        return rowsSeen == input.group().rows();
    }

    /// Writes the rows seen so far of all columns put off.
    void catchUp(List<LeafWriter> writers) throws IOException {
        try (ShardFile file = new ShardFile(input.shard().footer().file())) {
            for (int i = 0; i < putOff.size(); i++) {
                Leaf leaf = putOff.get(i);
                if (leaf != null) {
                    catchUp(file, leaf, writers.get(i));
                }
            }
        }
    }

    private void catchUp(ShardFile file, Leaf leaf, LeafWriter writer) throws IOException {
        LeafValues values = new LeafValues(leaf);
        int[] rows = IntStream.range(0, ROWS_AT_ONCE).toArray();
        try (LeafReader reader = new LeafReader(file, input.shard().footer(), input.index(), leaf, false)) {
            for (long left = rowsSeen; left > 0; left -= values.rows) {
                reader.read(values, (int) Math.min(left, ROWS_AT_ONCE));
                writer.copy(values, rows, 0, values.rows);
            }
        }
    }

    /// Writes a column chunk: as raw pages once their checksums are verified, or row by row if they do not lie as the
    /// footer says.
    void append(int index, ParquetFileWriter target, LeafWriter writer) throws IOException {
        Leaf leaf = putOff.get(index);
        if (leaf == null) {
            throw new IllegalArgumentException("leaf " + index + " was not put off");
        }
        ColumnChunkMetaData chunk = input.group().chunks().get(leaf.index());
        try (ShardFile file = new ShardFile(input.shard().footer().file())) {
            if (isSound(file, leaf, chunk)) {
                try (Stream stream = new Stream(file)) {
                    target.appendColumnChunk(columns.get(index), stream, chunk, null, null, null);
                }
                writer.close();
            } else {
                catchUp(file, leaf, writer);
                writer.flush(target);
            }
        }
    }

    private boolean isSound(ShardFile file, Leaf leaf, ColumnChunkMetaData chunk) {
        return Damage.guard(
                Damage.place(file.path(), input.group().index(), leaf.name()),
                () -> {
                    try (ChunkPages pages = new ChunkPages(file, chunk, PageCodec.UNCOMPRESSED)) {
                        return pages.verify() == chunk.getStartingPos() + chunk.getTotalSize();
                    }
                });
    }

    /// A shard as the library wants to read it.
    private static final class Stream extends DelegatingSeekableInputStream {

        private final ShardFile.Cursor cursor;

        Stream(ShardFile file) {
            this(file.sequentialCursor());
        }

        private Stream(ShardFile.Cursor cursor) {
            super(cursor);
            this.cursor = cursor;
        }

        @Override
        public long getPos() {
            return cursor.position();
        }

        @Override
        public void seek(long position) {
            cursor.seek(position);
        }
    }
}
