package dev.millrace.engine.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.Engine;
import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.BlockWriter;
import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.Replacements;
import dev.millrace.engine.dataset.Compression;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.testing.OneShard;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;

import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What output files are like: types, codecs, metadata; and what is refused.
class ParquetOutputTest {

    private static final MessageType TYPES =
            MessageTypeParser.parseMessageType(
                    """
                    message m {
                      required int32 i;
                      optional float f;
                      optional binary s (STRING) = 7;
                      required boolean b;
                    }
                    """);

    @TempDir private Path folder;

    @Test
    void columnsChangeTheirTypeOnlyWhereEditsNeedIt() throws IOException {
        assertThat(changed(Map.of())).isEqualTo(TYPES);
        assertThat(changed(Map.of(0, ColumnChange.ALL_NUMBERS, 1, ColumnChange.ALL_NUMBERS)).getColumns().toString())
                .contains("[i] required double i", "[f] optional double f");
        assertThat(changed(Map.of(1, ColumnChange.SOME_NUMBERS, 2, ColumnChange.SOME_NUMBERS))).isEqualTo(TYPES);
        assertThat(changed(Map.of(0, ColumnChange.SOME_NUMBERS)).getType("i").toString())
                .isEqualTo("required double i");
        assertThat(changed(Map.of(2, ColumnChange.TEXTS))).isEqualTo(TYPES);
        assertThat(changed(Map.of(3, ColumnChange.TEXTS)).getType("b").toString())
                .isEqualTo("required binary b (STRING)");
        assertThat(changed(Map.of(2, ColumnChange.ALL_NUMBERS)).getType("s").toString())
                .isEqualTo("optional double s = 7");
    }

    private MessageType changed(Map<Integer, ColumnChange> changes) throws IOException {
        Path file = write("types/part-1.parquet", TYPES, 1, (row, _) -> row.append("i", 1).append("b", true));
        Dataset dataset = Ours.dataset(file);
        ParquetOutput output =
                ParquetOutput.class.cast(
                        new ParquetCodec().output(dataset, dataset.type(), changes, MissingTokens.OF_PANDAS));
        return output.schema().message();
    }

    @Test
    void rawColumnsKeepTheirPages() throws IOException {
        MessageType schema = schema("required int64 a; required binary b (STRING); required int32 label;");
        Path shard =
                Reference.write(
                        folder.resolve("in/part-1.parquet"),
                        schema,
                        rows(schema, 500, ParquetOutputTest::abc),
                        builder ->
                                builder.withWriterVersion(WriterVersion.PARQUET_2_0)
                                        .withCompressionCodec(CompressionCodecName.GZIP)
                                        .withDictionaryEncoding(false)
                                        .withRowGroupRowCountLimit(200));

        Runs.done(recipe().riskTable(List.of("a"), "1", "maxUniqueThreshold", 1000).streaming(1));

        List<ColumnChunkMetaData> before = chunks(shard);
        List<ColumnChunkMetaData> after = chunks(folder.resolve("out/train/part-00001.parquet"));
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).getCodec()).isEqualTo(CompressionCodecName.GZIP);
            boolean edited = before.get(i).getPath().toDotString().equals("a");
            assertThat(after.get(i).getEncodings().equals(before.get(i).getEncodings())).isEqualTo(!edited);
        }
    }

    @Test
    void aShardOfAnotherFormatBecomesStringsAndNumbers() throws IOException {
        Dataset csv = OneShard.of(folder.resolve("csv"), "a,b\n007,x\n,\"y,z\"\n");
        FileType type = FileType.of(ShardFormat.PARQUET, Compression.ZSTD).orElseThrow();
        Replacements numbers = Replacements.ofNumbers(0.25);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BlockReader reader =
                        new ShardCodecs()
                                .of(ShardFormat.CSV)
                                .open(csv, csv.shards().getFirst(), Set.of(0, 1), BlockSize.DEFAULT);
                BlockWriter writer =
                        new ParquetCodec()
                                .output(csv, type, Map.of(1, ColumnChange.ALL_NUMBERS), MissingTokens.OF_PANDAS)
                                .create(bytes)) {
            Block block = reader.next();
            Edits edits = new Edits();
            edits.clear(Split.TRAIN, 2);
            edits.replace(1, new int[] {0, 0}, numbers);
            writer.write(block, edits, Split.TRAIN);
        }

        Path file = Files.write(folder.resolve("out.zstd.parquet"), bytes.toByteArray());
        assertThat(Ours.texts(file, BlockSize.DEFAULT))
                .isEqualTo(Map.of("a", List.of("007", ""), "b", List.of("0.25", "0.25")));
        assertThat(Reference.footer(file).getFileMetaData().getSchema().getType("b").toString())
                .isEqualTo("optional double b");
        assertThat(chunks(file)).allMatch(chunk -> chunk.getCodec() == CompressionCodecName.ZSTD);
    }

    @Test
    void shardsOfAnotherOrderAndOptionalityAreOneDataset() throws IOException {
        MessageType first = schema("required int64 a; required binary b (STRING); required int32 label;");
        MessageType second = schema("optional int32 label; required binary b (STRING); optional int64 a;");
        write("in/part-1.parquet", first, 50, ParquetOutputTest::abc);
        write("in/part-2.parquet", second, 50, ParquetOutputTest::abc);

        Runs.done(recipe().riskTable(List.of("b"), "1", "maxUniqueThreshold", 2).batch());

        Path out = folder.resolve("out/train.parquet");
        assertThat(Reference.footer(out).getFileMetaData().getSchema().toString())
                .contains("optional int64 a", "required binary b", "optional int32 label");
        assertThat(Ours.texts(out, BlockSize.DEFAULT).get("a")).hasSize(100).endsWith("48000", "49000");
    }

    @Test
    void shardsOfOtherTypesAreRefused() {
        write("in/part-1.parquet", schema("required int64 a;"), 1, (row, i) -> row.append("a", (long) i));
        write("in/part-2.parquet", schema("required double a;"), 1, (row, i) -> row.append("a", (double) i));

        assertThatThrownBy(() -> Ours.dataset(folder.resolve("in")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("part-2.parquet, column 'a'")
                .hasMessageContaining("required double a")
                .hasMessageContaining("required int64 a");
    }

    @Test
    void aColumnThatCannotBeLookedAtIsRefusedBeforeTheRun() {
        MessageType schema = schema("required int32 label; repeated int32 list; optional binary raw;");
        write("in/part-1.parquet", schema, 9, (row, i) -> row.append("label", i % 2).append("list", i));

        assertThat(Runs.failure(recipe().riskTable(List.of("list"), "1").streaming(1)))
                .hasMessageContaining("column 'list' can only be passed through")
                .hasMessageContaining("it is a list");
        assertThat(Runs.failure(recipe().riskTable(List.of("raw"), "1").streaming(1)))
                .hasMessageContaining("it has type BINARY with no logical type");
        Dataset dataset = Ours.dataset(folder.resolve("in"));
        assertThat(dataset.opaque()).containsOnlyKeys("list", "raw");
        assertThat(new Engine().preview(dataset, dataset.shards().getFirst(), 1).rows())
                .containsExactly(List.of("0", "…", "…"));
    }

    @Test
    void nameEndingsTellFormatAndCompression() {
        assertThat(FileType.ofFileName("part-1.parquet").orElseThrow().compression()).isEqualTo(Compression.PER_COLUMN);
        assertThat(FileType.ofFileName("part-1.snappy.parquet").orElseThrow().compression())
                .isEqualTo(Compression.SNAPPY);
        assertThat(FileType.of(ShardFormat.PARQUET, Compression.NONE).orElseThrow().ending()).isEqualTo(".parquet");
        assertThat(
                        new Engine()
                                .openDataset(
                                        write(
                                                "one/x.parquet",
                                                schema("required int64 a;"),
                                                1,
                                                (row, i) -> row.append("a", 1L)),
                                        Job.TRAINING)
                                .schema()
                                .columns())
                .containsExactly("a");
    }

    @Test
    void anIntegerThatADoubleCannotHoldIsNotRounded() throws IOException {
        MessageType schema = schema("optional int64 a;");
        Path file = write("in/part-1.parquet", schema, 2, (row, i) -> row.append("a", (1L << 53) + i));
        Dataset dataset = Ours.dataset(file);
        try (BlockReader reader =
                        new ParquetCodec().open(dataset, dataset.shards().getFirst(), Set.of(0), BlockSize.DEFAULT);
                BlockWriter writer =
                        new ParquetCodec()
                                .output(
                                        dataset,
                                        dataset.type(),
                                        Map.of(0, ColumnChange.SOME_NUMBERS),
                                        MissingTokens.OF_PANDAS)
                                .create(new ByteArrayOutputStream())) {
            Block block = reader.next();
            Edits edits = new Edits();
            edits.clear(Split.TRAIN, 2);

            assertThatThrownBy(() -> writer.write(block, edits, Split.TRAIN))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("row 2, column 'a'")
                    .hasMessageContaining("9007199254740993 has more digits than a DOUBLE");
        }
    }

    private RecipeText recipe() {
        return RecipeText.of(folder.resolve("in"), folder.resolve("out")).label("label");
    }

    private static void abc(Group row, int i) {
        row.append("a", i * 1000L).append("b", "t" + i).append("label", i % 2);
    }

    private static MessageType schema(String fields) {
        return MessageTypeParser.parseMessageType("message m { " + fields + " }");
    }

    private static List<Group> rows(MessageType schema, int count, ObjIntConsumer<Group> fill) {
        SimpleGroupFactory groups = new SimpleGroupFactory(schema);
        List<Group> rows = new ArrayList<>();
        IntStream.range(0, count)
                .forEach(i -> {
                    Group row = groups.newGroup();
                    fill.accept(row, i);
                    rows.add(row);
                });
        return rows;
    }

    private Path write(String name, MessageType schema, int count, ObjIntConsumer<Group> fill) {
        Path file = folder.resolve(name);
        return Files.exists(file) ? file : Reference.write(file, schema, rows(schema, count, fill), builder -> builder);
    }

    private static List<ColumnChunkMetaData> chunks(Path file) {
        return Reference.footer(file).getBlocks().stream()
                .flatMap(block -> block.getColumns().stream())
                .collect(Collectors.toList());
    }
}
