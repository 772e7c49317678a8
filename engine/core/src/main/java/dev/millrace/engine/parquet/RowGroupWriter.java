package dev.millrace.engine.parquet;

import dev.millrace.engine.parquet.OutputSchema.OutputField;
import dev.millrace.engine.parquet.ParquetBlock.RowRange;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gathers rows to row groups and writes these. A row group of the output ends where one of the input does, once it has
/// at least half as many rows as that one, or when it has enough bytes.
///
/// Columns that no strategy touches are not even decoded as long as every row of a row group goes to this file: they
/// are copied as raw pages when its last row was seen. When a row stays out after all, what was put off is caught up.
final class RowGroupWriter {

    private static final long MOST_BYTES = 64 << 20; // encoded
    private static final long MOST_BYTES_OF_INPUT = 128 << 20; // as many as most writers put into a row group

    private final ParquetOutput output;
    private final ParquetFileWriter file;
    private final List<LeafWriter> leaves = new ArrayList<>(); // in the schema's order
    private final List<Optional<CellWriter>> cellWriters; // by output field; of those that may be edited
    private final Map<PageCodec, PageCompressor> compressors = new EnumMap<>(PageCodec.class);
    private boolean begun; // whether there is a row group being written
    private long rows;
    private @Nullable InputGroup input; // the row group of the input that the last row came from
    private @Nullable RawCopy raw; // the columns put off

    RowGroupWriter(ParquetOutput output, ParquetFileWriter file) {
        this.output = output;
        this.file = file;
        this.cellWriters = cellWriters();
    }

    /// Makes the writers of leaves and cells.
    private List<Optional<CellWriter>> cellWriters() {
        List<Optional<CellWriter>> ofFields = new ArrayList<>();
        EncodedBytes scratch = new EncodedBytes();
        for (int position = 0; position < output.schema().fields().size(); position++) {
            OutputField field = output.schema().fields().get(position);
            boolean edited = field.edited() || field.typeChanged();
            for (ColumnDescriptor column : field.leaves()) {
                leaves.add(new LeafWriter(output.schema().message(), column, edited, scratch));
            }
            String name = output.names().name(position);
            Leaf last = new Leaf(Leaf.OF_OUTPUT, field.leaves().getLast());
            ofFields.add(edited ? Optional.of(new CellWriter(leaves.getLast(), name, last)) : Optional.empty());
        }
        return List.copyOf(ofFields);
    }

    /// Where the values of an output field come from, for one block.
    sealed interface Source {

        /// From an input field that no strategy touches.
        record Untouched(ParquetBlock block, int position) implements Source {}

        /// From cells that are edited, or of another format.
        record Edited(CellWriter.Cells cells) implements Source {}
    }

    /// A row group of the input.
    record InputGroup(ShardLeaves shard, int index) {

        ShardFooter.RowGroup group() {
            return shard.footer().rowGroups().get(index);
        }

        boolean isOf(ParquetBlock block) {
            return block.shard().isSame(shard) && block.range().rowGroup() == index;
        }
    }

    /// Tells which block the next rows are of.
    ///
    /// @param whole whether all of its rows are, each once
    void enter(ParquetBlock block, boolean whole) throws IOException {
        RowRange range = block.range();
        InputGroup last = input;
        if (last == null || !last.isOf(block)) {
            settle();
            if (last != null && rows * 2 >= last.group().rows()) {
                flush();
            }
            input = new InputGroup(block.shard(), range.rowGroup());
        } else if (raw != null && (!whole || !raw.continuesWith(block))) {
            settle();
        }
        if (rows >= mostRows()) {
            settle();
            flush();
        }
        if (!begun) {
            begin();
            raw = whole && input != null ? RawCopy.begin(output, input, block, mostRows()) : null;
        }
    }

    /// Tells that all rows of a block were written.
    void leave(ParquetBlock block) throws IOException {
        RawCopy copy = raw;
        if (copy != null && copy.seen(block)) {
            flush();
        }
    }

    /// How many rows may be written before the size is looked at.
    long rowsUntilCheck(int interval) {
        return input != null ? Math.max(1, mostRows() - rows) : interval - rows % interval;
    }

    /// Appends rows.
    void write(Source[] sources, int[] selected, int from, int to) throws IOException {
        if (!begun) {
            begin();
        }
        int leaf = 0;
        for (int position = 0; position < sources.length; position++) {
            switch (sources[position]) {
                case Source.Untouched(ParquetBlock block, int at) -> {
                    for (int i = 0; i < output.schema().fields().get(position).leaves().size(); i++, leaf++) {
                        if (raw == null || !raw.putsOff(leaf)) {
                            leaves.get(leaf).copy(block.values(at, i), selected, from, to);
                        }
                    }
                }
                case Source.Edited(CellWriter.Cells cells) -> {
                    cellWriters.get(position).orElseThrow().write(cells, selected, from, to);
                    leaf++;
                }
            }
        }
        rows += to - from;
        if (input != null ? rows >= mostRows() && raw == null : bufferedBytes() >= MOST_BYTES) {
            flush();
        }
    }

    private long bufferedBytes() {
        return leaves.stream().mapToLong(LeafWriter::bufferedBytes).sum();
    }

    /// Rows of an output row group that is made of rows of the current input one. By the sizes in the footer, so that
    /// it does not depend on what is buffered.
    private long mostRows() {
        InputGroup current = input;
        if (current == null) {
            return Long.MAX_VALUE;
        }
        ShardFooter.RowGroup group = current.group();
        long changed = output.schema().fields().stream().filter(OutputField::typeChanged).count();
        long bytesOfRow = Math.max(1, group.uncompressedBytes() / group.rows() + changed * Double.BYTES);
        return Math.max(1, MOST_BYTES_OF_INPUT / bytesOfRow);
    }

    private void begin() {
        begun = true;
        int leaf = 0;
        for (int position = 0; position < output.schema().fields().size(); position++) {
            OutputField field = output.schema().fields().get(position);
            for (int i = 0; i < field.leaves().size(); i++, leaf++) {
                leaves.get(leaf).begin(compressor(position, i), field.edited() || hasDictionary(position, i));
            }
            cellWriters.get(position).ifPresent(CellWriter::begin);
        }
    }

    private PageCompressor compressor(int position, int leaf) {
        PageCodec codec = chunk(position, leaf).map(output::codec).orElseGet(output::codecOfTexts);
        return compressors.computeIfAbsent(codec, PageCompressor::new);
    }

    private boolean hasDictionary(int position, int leaf) {
        return chunk(position, leaf).map(ColumnChunkMetaData::hasDictionaryPage).orElse(true);
    }

    /// The column chunk of the input that a leaf begins with.
    private Optional<ColumnChunkMetaData> chunk(int position, int leaf) {
        return Optional.ofNullable(input)
                .map(group -> group.group().chunks().get(group.shard().leaves(position).get(leaf).index()));
    }

    /// Writes what was put off, because not the whole row group comes here.
    private void settle() throws IOException {
        RawCopy copy = raw;
        raw = null;
        if (copy != null) {
            copy.catchUp(leaves);
        }
    }

    /// Writes the row group, if it has rows.
    void flush() throws IOException {
        RawCopy copy = raw;
        if (copy != null && !copy.isComplete()) {
            settle();
            copy = null;
        }
        if (rows > 0) {
            file.startBlock(rows);
            for (int leaf = 0; leaf < leaves.size(); leaf++) {
                if (copy != null && copy.putsOff(leaf)) {
                    copy.append(leaf, file, leaves.get(leaf));
                } else {
                    leaves.get(leaf).flush(file);
                }
            }
            file.endBlock();
        }
        begun = false;
        raw = null;
        rows = 0;
    }
}
