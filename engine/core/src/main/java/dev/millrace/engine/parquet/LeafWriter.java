package dev.millrace.engine.parquet;

import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.bloomfilter.BloomFilterWriteStore;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

import java.io.IOException;
import java.util.List;

/// Encodes one leaf column of one row group of the output; its pages are kept until the row group is written.
final class LeafWriter {

    /// With dictionaries, checksums, and pages of version 1, which every reader knows.
    static final ParquetProperties PROPERTIES =
            ParquetProperties.builder()
                    .withAllocator(new HeapByteBufferAllocator())
                    .withDictionaryEncoding(true)
                    .withPageWriteChecksumEnabled(true)
                    .build();

    private final int maxDefinition;
    private final boolean bytes;
    private final ColumnChunkPageWriteStore pages;
    private final ColumnWriteStore store;
    private final ColumnWriter writer;
    private final PrimitiveTypeName physical;

    /// @param schema of the output file
    /// @param column the leaf in it
    LeafWriter(MessageType schema, ColumnDescriptor column, PageCodec codec) {
        MessageType own = only(schema, column.getPath());
        ColumnDescriptor descriptor = own.getColumns().getFirst();
        maxDefinition = descriptor.getMaxDefinitionLevel();
        physical = descriptor.getPrimitiveType().getPrimitiveTypeName();
        bytes =
                switch (physical) {
                    case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> true;
                    case BOOLEAN, INT32, INT64, FLOAT, DOUBLE -> false;
                };
        pages =
                new ColumnChunkPageWriteStore(
                        codec,
                        own,
                        PROPERTIES.getAllocator(),
                        PROPERTIES.getColumnIndexTruncateLength(),
                        PROPERTIES.getPageWriteChecksumEnabled());
        BloomFilterWriteStore noFilters = pages;
        store = PROPERTIES.newColumnWriteStore(own, pages, noFilters);
        writer = store.getColumnWriter(descriptor);
    }

    /// The schema with one leaf only.
    private static MessageType only(MessageType schema, String[] path) {
        Type type = schema.getType(path[0]);
        return new MessageType(schema.getName(), only(type, path, 1));
    }

    private static Type only(Type type, String[] path, int depth) {
        if (type.isPrimitive()) {
            return type;
        }
        GroupType group = type.asGroupType();
        return group.withNewFields(List.of(only(group.getType(path[depth]), path, depth + 1)));
    }

    /// Writes rows as they are.
    ///
    /// @param rows which ones, in order; some may be there more than once
    void copy(LeafValues values, int[] rows, int from, int to) {
        boolean widened = maxDefinition > values.leaf.maxDefinition(); // required there, optional here
        for (int i = from; i < to; i++) {
            copy(values, rows[i], widened);
        }
    }

    /// Writes one row as it is.
    void copy(LeafValues values, int row) {
        copy(values, row, maxDefinition > values.leaf.maxDefinition());
    }

    private void copy(LeafValues values, int row, boolean widened) {
        int last = values.endTriple(row);
        for (int triple = values.firstTriple(row); triple < last; triple++) {
            int repetition = values.leaf.maxRepetition() == 0 ? 0 : values.repetition[triple];
            if (values.isNull(triple)) {
                writer.writeNull(repetition, values.definition[triple]);
            } else {
                int definition = widened ? maxDefinition : values.leaf.maxDefinition();
                if (bytes) {
                    writer.write(values.bytes(triple), repetition, definition);
                } else {
                    write(values.bits(triple), repetition, definition);
                }
            }
        }
        store.endRecord();
    }

    private void write(long bits, int repetition, int definition) {
        switch (physical) {
            case BOOLEAN -> writer.write(bits != 0, repetition, definition);
            case INT32 -> writer.write((int) bits, repetition, definition);
            case INT64 -> writer.write(bits, repetition, definition);
            case FLOAT -> writer.write(Float.intBitsToFloat((int) bits), repetition, definition);
            case DOUBLE -> writer.write(Double.longBitsToDouble(bits), repetition, definition);
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> throw new IllegalArgumentException("bytes, not bits");
        }
    }

    /// Whether a flat column can hold a null.
    boolean isOptional() {
        return maxDefinition > 0;
    }

    /// Writes a cell of a flat, optional column.
    void writeNull() {
        writer.writeNull(0, 0);
        store.endRecord();
    }

    /// Writes a cell of a flat column.
    void write(Binary value) {
        writer.write(value, 0, maxDefinition);
        store.endRecord();
    }

    /// Writes a cell of a flat column.
    void write(double value) {
        if (physical == PrimitiveTypeName.FLOAT) {
            writer.write((float) value, 0, maxDefinition);
        } else {
            writer.write(value, 0, maxDefinition);
        }
        store.endRecord();
    }

    long bufferedBytes() {
        return store.getBufferedSize();
    }

    /// Ends the column chunk and writes it.
    void flush(ParquetFileWriter file) throws IOException {
        store.flush();
        pages.flushToFileWriter(file);
        close();
    }

    /// Gives up what is buffered.
    void close() {
        store.close();
        pages.close();
    }
}
