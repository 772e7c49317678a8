package dev.millrace.engine.parquet;

import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Parquet files as parquet-java writes and reads them.
final class Reference {

    private Reference() {}

    /// A value with its levels. Floating-point numbers are given by their bits, bytes as a list.
    record Triple(Object value, int repetition, int definition) {}

    static Path write(
            Path file, MessageType schema, List<Group> rows, UnaryOperator<ExampleParquetWriter.Builder> settings) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ExampleParquetWriter.Builder builder =
                    ExampleParquetWriter.builder(new LocalOutputFile(file))
                            .withType(schema)
                            .withConf(new PlainParquetConfiguration())
                            .withCodecFactory(new ReferenceCodecs());
            try (ParquetWriter<Group> writer = settings.apply(builder).build()) {
                for (Group row : rows) {
                    writer.write(row);
                }
            }
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static ParquetFileReader open(Path file) throws IOException {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration())
                        .withCodecFactory(new ReferenceCodecs())
                        .usePageChecksumVerification(true)
                        .build();
        return ParquetFileReader.open(new LocalInputFile(file), options);
    }

    static ParquetMetadata footer(Path file) {
        try (ParquetFileReader reader = open(file)) {
            return reader.getFooter();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// All triples of every leaf column, by its path.
    static Map<String, List<Triple>> triples(Path file) throws IOException {
        Map<String, List<Triple>> triples = new LinkedHashMap<>();
        try (ParquetFileReader reader = open(file)) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            schema.getColumns().forEach(column -> triples.put(String.join(".", column.getPath()), new ArrayList<>()));
            for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
                ColumnReadStoreImpl store =
                        new ColumnReadStoreImpl(
                                group,
                                new GroupRecordConverter(schema).getRootConverter(),
                                schema,
                                reader.getFooter().getFileMetaData().getCreatedBy());
                for (ColumnDescriptor column : schema.getColumns()) {
                    List<Triple> into = triples.get(String.join(".", column.getPath()));
                    add(store.getColumnReader(column), column, group.getPageReader(column).getTotalValueCount(), into);
                }
            }
        }
        return triples;
    }

    private static void add(ColumnReader reader, ColumnDescriptor column, long count, List<Triple> into) {
        for (long i = 0; i < count; i++) {
            int definition = reader.getCurrentDefinitionLevel();
            Object value = definition == column.getMaxDefinitionLevel() ? value(reader, column) : "null";
            into.add(new Triple(value, reader.getCurrentRepetitionLevel(), definition));
            reader.consume();
        }
    }

    private static Object value(ColumnReader reader, ColumnDescriptor column) {
        return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case BOOLEAN -> reader.getBoolean() ? 1L : 0L;
            case INT32 -> (long) reader.getInteger();
            case INT64 -> reader.getLong();
            case FLOAT -> (long) Float.floatToRawIntBits(reader.getFloat());
            case DOUBLE -> Double.doubleToRawLongBits(reader.getDouble());
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> Arrays.toString(reader.getBinary().getBytes());
        };
    }
}
