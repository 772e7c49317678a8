package dev.millrace.engine.parquet;

import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Generates datasets of Parquet shards with every kind of column, many small pages and row groups, and any codec.
final class RandomShards {

    static final List<String> FLAT = List.of("word", "count", "price", "flag", "day", "ratio", "big", "code");

    static final MessageType SCHEMA =
            MessageTypeParser.parseMessageType(
                    """
                    message rows {
                      required int32 label;
                      optional binary word (STRING);
                      optional int32 count;
                      optional double price;
                      required boolean flag;
                      optional int32 day (DATE);
                      optional float ratio;
                      optional int64 big;
                      required binary code (STRING);
                      optional binary raw;
                      optional fixed_len_byte_array(3) three;
                      optional int96 old;
                      optional group person {
                        required binary name (STRING);
                        repeated int32 scores;
                      }
                      repeated binary tags (STRING);
                    }
                    """);

    private static final List<String> WORDS =
            List.of("a", "b", "blue", "müller", "日本", "x,y", "say \"hi\"", "", "1", "1.0");

    private final Random random;
    private final SimpleGroupFactory groups = new SimpleGroupFactory(SCHEMA);
    private final double missing;
    private final int distinct;

    private RandomShards(Random random) {
        this.random = random;
        this.missing = random.nextInt(3) * 0.2;
        this.distinct = random.nextBoolean() ? 5 : 200;
    }

    /// Writes some shards into a folder.
    ///
    /// @return the files by number
    static Map<Integer, Path> write(long seed, Path folder) {
        RandomShards shards = new RandomShards(new Random(seed));
        Map<Integer, Path> files = new TreeMap<>();
        int count = 1 + shards.random.nextInt(4);
        for (int i = 0; i < count; i++) {
            int number =
                    1 + i * (1 + shards.random.nextInt(3)) + files.keySet().stream().mapToInt(n -> n).max().orElse(0);
            int rows = i == 0 ? 30 + shards.random.nextInt(400) : shards.random.nextInt(300);
            Path file = folder.resolve(String.format(Locale.ROOT, "part-%05d.parquet", number));
            files.put(number, shards.write(file, rows));
        }
        return files;
    }

    /// Writes a small shard whose pages have no checksums.
    static Path unchecked(long seed, Path file) {
        RandomShards shards = new RandomShards(new Random(seed));
        return shards.write(file, 5 + shards.random.nextInt(30), false);
    }

    private Path write(Path file, int rows) {
        return write(file, rows, true);
    }

    private Path write(Path file, int rows, boolean checksums) {
        List<Group> groups = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            groups.add(row());
        }
        CompressionCodecName codec =
                List.of(
                                CompressionCodecName.UNCOMPRESSED,
                                CompressionCodecName.SNAPPY,
                                CompressionCodecName.ZSTD,
                                CompressionCodecName.GZIP,
                                CompressionCodecName.LZ4_RAW)
                        .get(random.nextInt(5));
        boolean dictionary = random.nextInt(4) > 0;
        int dictionaryBytes = random.nextBoolean() ? 200 : 1 << 20; // too small a one gives way to plain pages
        WriterVersion version = random.nextBoolean() ? WriterVersion.PARQUET_1_0 : WriterVersion.PARQUET_2_0;
        int rowsOfPage = 1 + random.nextInt(60);
        int rowsOfGroup = random.nextInt(8) == 0 ? 1 : 10 + random.nextInt(150);
        return Reference.write(
                file,
                SCHEMA,
                groups,
                (ExampleParquetWriter.Builder builder) ->
                        builder.withCompressionCodec(codec)
                                .withPageWriteChecksumEnabled(checksums)
                                .withDictionaryEncoding(dictionary)
                                .withDictionaryPageSize(dictionaryBytes)
                                .withWriterVersion(version)
                                .withPageRowCountLimit(rowsOfPage)
                                .withRowGroupRowCountLimit(rowsOfGroup)
                                .withExtraMetaData(Map.of("zeta", "last", "alpha", "first")));
    }

    private Group row() {
        Group row = groups.newGroup();
        row.append("label", random.nextInt(3) - 1);
        if (present()) {
            row.append("word", WORDS.get(random.nextInt(WORDS.size())));
        }
        if (present()) {
            row.append("count", random.nextInt(distinct) - 2);
        }
        if (present()) {
            row.append("price", random.nextInt(10) == 0 ? Double.NaN : random.nextInt(distinct) / 4.0);
        }
        row.append("flag", random.nextBoolean());
        if (present()) {
            row.append("day", random.nextInt(distinct));
        }
        if (present()) {
            row.append("ratio", random.nextInt(distinct) / 10f);
        }
        if (present()) {
            row.append("big", Long.MAX_VALUE - random.nextInt(distinct));
        }
        row.append("code", "c" + random.nextInt(distinct));
        if (present()) {
            row.append("raw", Binary.fromConstantByteArray(bytes(random.nextInt(5))));
        }
        if (present()) {
            row.append("three", Binary.fromConstantByteArray(bytes(3)));
        }
        if (present()) {
            row.append("old", Binary.fromConstantByteArray(bytes(12)));
        }
        if (present()) {
            Group person = row.addGroup("person").append("name", "n" + random.nextInt(distinct));
            for (int i = random.nextInt(4); i > 0; i--) {
                person.append("scores", random.nextInt(distinct));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            row.append("tags", WORDS.get(random.nextInt(WORDS.size())));
        }
        return row;
    }

    private boolean present() {
        return random.nextDouble() >= missing;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
