package dev.millrace.engine.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.BlockWriter;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.parquet.Reference.Triple;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.testing.Seeds;

import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;

/// The pages of rows that were chosen from a shard: dictionaries, plain pages, statistics, checksums.
class ParquetPagesTest {

    private static final MessageType SCHEMA =
            MessageTypeParser.parseMessageType(
                    """
                    message m {
                      optional binary few (STRING);
                      required binary many (STRING);
                      required binary each (STRING);
                      optional int64 number;
                      optional double share;
                      required boolean flag;
                      repeated int32 list;
                    }
                    """);

    @TempDir private Path folder;

    @Seeds(count = 6)
    void chosenRowsKeepTheirValuesAndBytesDoNotDependOnBlocks(long seed) throws IOException {
        Random random = new Random(seed);
        Path shard = shard(random, 60_000 + random.nextInt(5_000));
        IntPredicate chosen = row -> (row * 31 + 7) % 5 != 0;

        byte[] large = write(shard, chosen, BlockSize.DEFAULT);
        byte[] small = write(shard, chosen, new BlockSize(1 << 20, 1 + random.nextInt(700)));

        assertThat(small).isEqualTo(large);
        Path file = Files.write(folder.resolve("chosen.parquet"), large);
        assertThat(flat(Reference.triples(file))).isEqualTo(flat(chosen(Reference.triples(shard), chosen)));
    }

    @Test
    void aDictionaryOfTheInputStaysOneWithWhatIsInUse() throws IOException {
        Path shard = shard(new Random(1), 50_000);
        byte[] bytes = write(shard, row -> row < 10, BlockSize.DEFAULT);
        byte[] most = write(shard, row -> row != 77, BlockSize.DEFAULT);

        assertThat(chunk(most, "few").getEncodings()).contains(encodingOfIds());
        assertThat(chunk(most, "each").getEncodings()).doesNotContain(encodingOfIds());
        assertThat(bytes).hasSizeLessThan(8_000);
    }

    @Test
    void statisticsAreThoseOfTheValues() throws IOException {
        Path shard = shard(new Random(2), 30_000);
        Path ours = Files.write(folder.resolve("ours.parquet"), write(shard, _ -> true, BlockSize.DEFAULT, true));
        ColumnChunkMetaData before = Reference.footer(shard).getBlocks().getFirst().getColumns().getFirst();

        for (BlockMetaData group : Reference.footer(ours).getBlocks()) {
            assertThat(group.getRowCount()).isEqualTo(30_000);
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                ColumnChunkMetaData same =
                        Reference.footer(shard).getBlocks().getFirst().getColumns().stream()
                                .filter(other -> other.getPath().equals(chunk.getPath()))
                                .findFirst()
                                .orElse(before);
                assertThat(chunk.getStatistics()).as(chunk.getPath().toString()).isEqualTo(same.getStatistics());
                assertThat(chunk.getSizeStatistics().getUnencodedByteArrayDataBytes())
                        .as(chunk.getPath().toString())
                        .isEqualTo(same.getSizeStatistics().getUnencodedByteArrayDataBytes());
            }
        }
    }

    @Test
    void everyPageHasAChecksum() throws IOException {
        byte[] bytes = write(shard(new Random(3), 45_000), row -> row % 2 == 0, BlockSize.DEFAULT);
        Path file = Files.write(folder.resolve("sums.parquet"), bytes);

        int pages = 0;
        for (BlockMetaData group : Reference.footer(file).getBlocks()) {
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                int end = Math.toIntExact(chunk.getStartingPos() + chunk.getTotalSize());
                int at = Math.toIntExact(chunk.getStartingPos());
                while (at < end) {
                    ByteArrayInputStream rest = new ByteArrayInputStream(bytes, at, end - at);
                    PageHeader header = Util.readPageHeader(rest);
                    assertThat(header.isSetCrc()).isTrue();
                    at = end - rest.available() + header.getCompressed_page_size();
                    pages++;
                }
            }
        }
        assertThat(pages).isGreaterThan(SCHEMA.getColumns().size() * 2);
    }

    @Test
    void aWrongByteInAPageThatNobodyLooksAtIsFoundWhenItIsCopied() throws IOException {
        Path shard = shard(new Random(4), 25_000);
        byte[] bytes = Files.readAllBytes(shard);
        ColumnChunkMetaData chunk = Reference.footer(shard).getBlocks().getFirst().getColumns().get(1);
        bytes[Math.toIntExact(chunk.getStartingPos() + chunk.getTotalSize()) - 3] ^= 1;
        Path damaged = Files.write(folder.resolve("in/part-9.parquet"), bytes);

        for (IntPredicate chosen : List.<IntPredicate>of(_ -> true, row -> row % 2 == 0)) {
            assertThatThrownBy(() -> write(damaged, chosen, BlockSize.DEFAULT))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("checksum");
        }
    }

    /// Columns of few values, of many with a dictionary that fills up, and of as many as rows.
    private Path shard(Random random, int rows) {
        SimpleGroupFactory groups = new SimpleGroupFactory(SCHEMA);
        List<Group> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Group group = groups.newGroup();
            if (random.nextInt(10) > 0) {
                group.append("few", "word " + random.nextInt(40));
            }
            group.append("many", "a text of some length " + random.nextInt(Math.max(100, row / 2)));
            group.append("each", Long.toString(random.nextLong(), 36));
            if (row < 25_000 || random.nextBoolean()) {
                group.append("number", row < 30_000 ? random.nextLong(50) : random.nextLong());
            }
            if (row % 7 > 0) {
                group.append("share", random.nextInt(9) == 0 ? Double.NaN : random.nextInt(1000) / 1000.0 - 0.5);
            }
            group.append("flag", random.nextBoolean());
            for (int i = random.nextInt(4); i > 1; i--) {
                group.append("list", random.nextInt(row + 1));
            }
            all.add(group);
        }
        boolean second = random.nextBoolean();
        return Reference.write(
                folder.resolve("in/part-1.parquet"),
                SCHEMA,
                all,
                builder ->
                        builder.withDictionaryPageSize(200_000)
                                .withPageRowCountLimit(7_000)
                                .withRowGroupRowCountLimit(second && rows > 50_000 ? 33_000 : 1_000_000)
                                .withWriterVersion(second ? WriterVersion.PARQUET_2_0 : WriterVersion.PARQUET_1_0));
    }

    private static byte[] write(Path shard, IntPredicate chosen, BlockSize size) throws IOException {
        return write(shard, chosen, size, false);
    }

    /// @param retained whether blocks are kept before they are written, so that no page is copied as it is
    private static byte[] write(Path shard, IntPredicate chosen, BlockSize size, boolean retained) throws IOException {
        Dataset dataset = Ours.dataset(shard);
        ParquetCodec codec = new ParquetCodec();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Edits edits = new Edits();
        try (BlockReader reader = codec.open(dataset, dataset.shards().getFirst(), Set.of(), size);
                BlockWriter writer =
                        codec.output(dataset, dataset.type(), Map.of(), MissingTokens.OF_PANDAS).create(file)) {
            int first = 0;
            for (Block block = reader.next(); block != null; block = reader.next()) {
                edits.clear(Split.TRAIN, block.rows());
                for (int row = 0; row < block.rows(); row++) {
                    if (!chosen.test(first + row)) {
                        edits.drop(row, "not chosen");
                    }
                }
                writer.write(retained ? block.retained() : block, edits, Split.TRAIN);
                first += block.rows();
            }
        }
        return file.toByteArray();
    }

    private ColumnChunkMetaData chunk(byte[] bytes, String column) throws IOException {
        Path file = Files.write(folder.resolve(column + ".parquet"), bytes);
        return Reference.footer(file).getBlocks().getFirst().getColumns().stream()
                .filter(chunk -> chunk.getPath().toDotString().equals(column))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("deprecation")
    private static Encoding encodingOfIds() {
        return Encoding.PLAIN_DICTIONARY;
    }

    private static Map<String, List<Triple>> chosen(Map<String, List<Triple>> triples, IntPredicate chosen) {
        Map<String, List<Triple>> kept = new LinkedHashMap<>();
        triples.forEach((column, all) -> {
            List<Triple> ofColumn = new ArrayList<>();
            int row = -1;
            for (Triple triple : all) {
                row += triple.repetition() == 0 ? 1 : 0;
                if (chosen.test(row)) {
                    ofColumn.add(triple);
                }
            }
            kept.put(column, ofColumn);
        });
        return kept;
    }

    /// As texts, so that a difference is told in short.
    private static Map<String, String> flat(Map<String, List<Triple>> triples) {
        Map<String, String> texts = new LinkedHashMap<>();
        triples.forEach((column, all) -> texts.put(column, all.size() + " " + all.hashCode()));
        return texts;
    }
}
