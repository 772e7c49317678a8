package dev.millrace.engine.parquet;

import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import org.apache.parquet.VersionParser;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.VersionParser.VersionParseException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a shard's footer says: types, row groups, where each column chunk lies.
///
/// @param rowGroups in file order; every one has rows, and a chunk for each leaf column, in the schema's order
/// @param keyValues what writers left for readers, such as `pandas` or `ARROW:schema`
/// @param writer who wrote the file, null if it does not tell
record ShardFooter(
        Path file,
        MessageType schema,
        List<RowGroup> rowGroups,
        SortedMap<String, String> keyValues,
        @Nullable ParsedVersion writer) {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENCRYPTED_MAGIC = "PARE".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL_BYTES = 8; // length of the footer, magic
    private static final int MOST_FOOTER_BYTES = 256 << 20;

    /// @param rows more than 0
    /// @param chunks one for each leaf column, in the schema's order
    record RowGroup(int index, long rows, List<ColumnChunkMetaData> chunks) {

        /// Bytes of its values, before compression.
        long uncompressedBytes() {
            return chunks.stream().mapToLong(ColumnChunkMetaData::getTotalUncompressedSize).sum();
        }
    }

    /// Reads and checks the footer of a file.
    static ShardFooter read(ShardFile file) {
        Place place = Place.of(file.path());
        byte[] footer = bytes(file);
        return Damage.guard(
                place,
                () -> {
                    FileMetaData thrift = Thrift.footer(footer);
                    if (thrift.isSetEncryption_algorithm()) {
                        throw encrypted(place);
                    }
                    return of(file, new ParquetMetadataConverter().fromParquetMetadata(thrift));
                });
    }

    static ShardFooter read(Path path) throws IOException {
        try (ShardFile file = new ShardFile(path)) {
            return read(file);
        }
    }

    private static byte[] bytes(ShardFile file) {
        Place place = Place.of(file.path());
        if (file.bytes() < MAGIC.length + TAIL_BYTES) {
            throw notParquet(place, "it has only " + file.bytes() + " bytes");
        }
        byte[] tail = new byte[TAIL_BYTES];
        file.read(file.bytes() - TAIL_BYTES, tail, 0, TAIL_BYTES);
        byte[] magic = Arrays.copyOfRange(tail, Integer.BYTES, TAIL_BYTES);
        if (Arrays.equals(magic, ENCRYPTED_MAGIC)) {
            throw encrypted(place);
        }
        if (!Arrays.equals(magic, MAGIC)) {
            throw notParquet(place, "it does not end in PAR1");
        }
        long length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt() & 0xFFFF_FFFFL;
        if (length == 0 || length > file.bytes() - TAIL_BYTES - MAGIC.length || length > MOST_FOOTER_BYTES) {
            throw Damage.of(
                    place,
                    "its footer is said to have "
                            + length
                            + " bytes; there must be some, no more than the file has and at most "
                            + (MOST_FOOTER_BYTES >> 20)
                            + " MiB");
        }
        byte[] footer = new byte[(int) length];
        file.read(file.bytes() - TAIL_BYTES - length, footer, 0, footer.length);
        return footer;
    }

    private static ShardFooter of(ShardFile file, ParquetMetadata metadata) {
        MessageType schema = metadata.getFileMetaData().getSchema();
        List<RowGroup> rowGroups = new ArrayList<>();
        for (int i = 0; i < metadata.getBlocks().size(); i++) {
            RowGroup rowGroup = rowGroup(file, i, metadata.getBlocks().get(i), schema);
            if (rowGroup.rows() > 0) {
                rowGroups.add(rowGroup);
            }
        }
        Map<String, String> keyValues = metadata.getFileMetaData().getKeyValueMetaData();
        return new ShardFooter(
                file.path(),
                schema,
                List.copyOf(rowGroups),
                new TreeMap<>(keyValues),
                version(metadata.getFileMetaData().getCreatedBy()));
    }

    private static RowGroup rowGroup(ShardFile file, int index, BlockMetaData block, MessageType schema) {
        Place place = Damage.place(file.path(), index, null);
        if (block.getRowCount() < 0) {
            throw Damage.of(place, "it is said to have " + block.getRowCount() + " rows");
        }
        int leaves = schema.getColumns().size();
        if (block.getColumns().size() != leaves) {
            throw Damage.of(place, "it has " + block.getColumns().size() + " column chunks for " + leaves + " columns");
        }
        Map<ColumnPath, ColumnChunkMetaData> byPath = new HashMap<>();
        block.getColumns().forEach(chunk -> byPath.put(chunk.getPath(), chunk));
        List<ColumnChunkMetaData> chunks = new ArrayList<>();
        for (ColumnDescriptor column : schema.getColumns()) {
            String[] path = column.getPath();
            ColumnChunkMetaData chunk = byPath.get(ColumnPath.get(path));
            if (chunk == null) {
                throw Damage.of(place.inColumn(String.join(".", path)), "it has no column chunk");
            }
            boolean flat = column.getMaxRepetitionLevel() == 0;
            if (flat && chunk.getValueCount() != block.getRowCount()) {
                throw Damage.of(
                        place.inColumn(String.join(".", path)),
                        "there are " + chunk.getValueCount() + " values for " + block.getRowCount() + " rows");
            }
            chunks.add(chunk);
        }
        return new RowGroup(index, block.getRowCount(), List.copyOf(chunks));
    }

    private static @Nullable ParsedVersion version(@Nullable String createdBy) {
        try {
            return createdBy == null ? null : VersionParser.parse(createdBy);
        } catch (VersionParseException unknown) {
            return null;
        }
    }

    private static DataException notParquet(Place place, String why) {
        return new DataException(
                new Problem(
                        place,
                        "the file is not Parquet: " + why,
                        "Check that it was written to its end, and that its name's ending is right"));
    }

    private static DataException encrypted(Place place) {
        return new DataException(
                new Problem(
                        place,
                        "the file is encrypted; only files without Parquet encryption can be read",
                        "Write the dataset without encryption"));
    }
}
