package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.BlockWriter;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.block.ContentHash;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.testing.OneShard;
import dev.millrace.engine.testing.RawCsv;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Blocks of text: their values against Commons CSV, their bytes against the file, for any block size.
class TextBlockReaderTest {

    private static final List<BlockSize> SIZES =
            List.of(
                    new BlockSize(1, 1),
                    new BlockSize(7, 100),
                    new BlockSize(64, 2),
                    new BlockSize(1 << 12, 3),
                    new BlockSize(1 << 20, 1 << 16));

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final CsvCodec codec = new CsvCodec();

    @Seeds(count = 300)
    void valuesAreThoseOfCommonsCsvForAnyBlockSize(long seed) throws IOException {
        Random random = new Random(seed);
        int columns = 2 + random.nextInt(5);
        String text = RandomTexts.text(random, columns);
        List<List<String>> all = RawCsv.values(text);
        Dataset dataset = OneShard.of(files.getPath("/in"), text);
        for (BlockSize size : SIZES) {
            assertThat(rows(dataset, size, block -> block)).as("%s", size).isEqualTo(all.subList(1, all.size()));
        }
        assertThat(rows(dataset, SIZES.getFirst(), Block::retained)).isEqualTo(all.subList(1, all.size()));
    }

    @Seeds(count = 100)
    void theCategoryOfACellIsItsValue(long seed) throws IOException {
        Random random = new Random(seed);
        Dataset dataset = OneShard.of(files.getPath("/in"), RandomTexts.text(random, 2));
        Categories categories = new Categories(List.of(), 1000);
        int[] codes = new int[1000];
        try (BlockReader reader = codec.open(dataset, dataset.shards().getFirst(), Set.of(1), BlockSize.DEFAULT)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                Column column = block.column(1);
                column.encode(categories, codes);
                for (int row = 0; row < block.rows(); row++) {
                    byte[] value = codes[row] == Categories.MISSING ? new byte[0] : categories.bytes(codes[row]);
                    assertThat(value).asString(StandardCharsets.UTF_8).isEqualTo(column.text(row));
                    assertThat(column.encode(categories, row)).isEqualTo(codes[row]);
                }
            }
        }
    }

    @Seeds(count = 100)
    void writtenWithoutEditsTheBytesStayButForBlankLinesAndALastLineBreak(long seed) throws IOException {
        Random random = new Random(seed);
        String text = RandomTexts.text(random, 2 + random.nextInt(5));
        Dataset dataset = OneShard.of(files.getPath("/in"), text);
        List<RawCsv.Row> rows = RawCsv.rows(text);
        String lineBreak = rows.getFirst().end().isEmpty() ? "\n" : rows.getFirst().end();
        String expected =
                rows.stream()
                        .map(row -> String.join(",", row.cells()) + (row.end().isEmpty() ? lineBreak : row.end()))
                        .collect(Collectors.joining());
        for (BlockSize size : SIZES) {
            assertThat(copied(dataset, size)).as("%s", size).isEqualTo(expected);
        }
    }

    @Seeds(count = 100)
    void everyRowIsWrittenToItsSplitAsOftenAsItIsRepeated(long seed) throws IOException {
        Random random = new Random(seed);
        String text = RandomTexts.text(random, 2 + random.nextInt(5));
        Dataset dataset = OneShard.of(files.getPath("/in"), text);
        List<Split> splits = List.of(Split.TRAIN, Split.VAL);
        for (BlockSize size : SIZES) {
            List<ByteArrayOutputStream> outs = List.of(new ByteArrayOutputStream(), new ByteArrayOutputStream());
            List<List<List<String>>> expected = List.of(new ArrayList<>(), new ArrayList<>());
            List<List<String>> all = rows(dataset, size, block -> block);
            int at = 0;
            try (BlockWriter train = writer(dataset, outs.getFirst());
                    BlockWriter val = writer(dataset, outs.getLast());
                    BlockReader reader = open(dataset, size)) {
                for (Block block = reader.next(); block != null; block = reader.next()) {
                    Edits edits = new Edits();
                    edits.clear(Split.TRAIN, block.rows());
                    for (int row = 0; row < block.rows(); row++) {
                        int where = random.nextInt(3);
                        int times = 1 + random.nextInt(2) * random.nextInt(4);
                        edits.repeat(row, times);
                        if (where == 2) {
                            edits.drop(row, "unwanted");
                        } else {
                            edits.route(row, splits.get(where));
                            expected.get(where).addAll(Collections.nCopies(times, all.get(at)));
                        }
                        at++;
                    }
                    train.write(block, edits, Split.TRAIN);
                    val.write(block, edits, Split.VAL);
                }
                assertThat(train.rows()).isEqualTo(expected.getFirst().size());
                assertThat(val.rows()).isEqualTo(expected.getLast().size());
            }
            for (int i = 0; i < 2; i++) {
                List<List<String>> written = RawCsv.values(outs.get(i).toString(StandardCharsets.UTF_8));
                assertThat(written.subList(1, written.size())).as("%s", size).isEqualTo(expected.get(i));
            }
        }
    }

    private BlockWriter writer(Dataset dataset, ByteArrayOutputStream out) throws IOException {
        return codec.output(dataset, dataset.type(), Map.of(), MissingTokens.OF_PANDAS).create(out);
    }

    @Test
    void aColumnThatNobodyAskedForCannotBeLookedAt() throws IOException {
        Dataset dataset = OneShard.of(files.getPath("/in"), "a,b\n1,2\n");
        try (BlockReader reader = codec.open(dataset, dataset.shards().getFirst(), Set.of(1), BlockSize.DEFAULT)) {
            Block block = reader.next();
            assertThat(block.column(1).text(0)).isEqualTo("2");
            assertThat(catchThrowable(() -> block.column(0))).isInstanceOf(IllegalArgumentException.class);
            assertThat(reader.next()).isNull();
            assertThat(reader.next()).as("after the end").isNull();
        }
    }

    @Test
    void afterTheLastBlockBytesReadAndHashAreThoseOfTheFile() throws IOException {
        String text = "\uFEFFa,b\r\n1,2\r\n\"x\ny\",4";
        Dataset dataset = OneShard.of(files.getPath("/in"), text);
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        for (BlockSize size : SIZES) {
            try (BlockReader reader = open(dataset, size)) {
                Block block = reader.next();
                while (block != null) {
                    block = reader.next();
                }
                assertThat(reader.bytesRead()).isEqualTo(content.length);
                assertThat(reader.contentHash()).isEqualTo(ContentHash.of(content));
            }
        }
    }

    @Test
    void placesAreLinesOfTheFile() throws IOException {
        // line 1 is blank, 2 the header, 3 the first row, 4 blank, 5 and 6 the second row, 7 the third
        Dataset dataset = OneShard.of(files.getPath("/in"), "\uFEFF\r\na,b\r\n1,2\r\n\r\n\"x\r\ny\",4\r7,8\n");
        for (BlockSize size : SIZES) {
            List<Long> lines = new ArrayList<>();
            try (BlockReader reader = open(dataset, size)) {
                for (Block block = reader.next(); block != null; block = reader.next()) {
                    for (int row = 0; row < block.rows(); row++) {
                        lines.add(block.place(row).line());
                    }
                }
            }
            assertThat(lines).as("%s", size).containsExactly(3L, 5L, 7L);
        }
    }

    @Test
    void aRowMayBeLongerThanItsBlock() throws IOException {
        String big = "x".repeat(100_000);
        Dataset dataset = OneShard.of(files.getPath("/in"), "a,b\n1,\"" + big + "\"\n2,\n");
        assertThat(rows(dataset, new BlockSize(16, 10), block -> block))
                .containsExactly(List.of("1", big), List.of("2", ""));
    }

    @Test
    void fieldsInAnotherOrderAreFoundAndWrittenInTheOrderOfTheSchema() throws IOException {
        Path folder = files.getPath("/in");
        Tree.write(folder.resolve("part-1.csv"), "a,b,c\n1,2,3\n");
        Tree.write(folder.resolve("part-2.csv"), "c,a,b\r\n\"30\",10,\"2,0\"\r\n60,40,50");
        Dataset dataset = OneShard.read(folder);
        Dataset second =
                new Dataset(
                        dataset.root(), dataset.layout(), dataset.shards().subList(1, 2), List.of(), dataset.schema());
        assertThat(rows(second, BlockSize.DEFAULT, block -> block))
                .containsExactly(List.of("10", "2,0", "30"), List.of("40", "50", "60"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BlockWriter writer = codec.output(dataset, dataset.type(), Map.of(), MissingTokens.OF_PANDAS).create(out);
                BlockReader reader = open(second, BlockSize.DEFAULT)) {
            write(reader.next(), writer);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a,b,c\n10,\"2,0\",\"30\"\r\n40,50,60\r\n");
    }

    private BlockReader open(Dataset dataset, BlockSize size) throws IOException {
        Set<Integer> all = IntStream.range(0, dataset.schema().size()).boxed().collect(Collectors.toSet());
        return codec.open(dataset, dataset.shards().getFirst(), all, size);
    }

    private List<List<String>> rows(Dataset dataset, BlockSize size, UnaryOperator<Block> seen) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (BlockReader reader = open(dataset, size)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                Block looked = seen.apply(block);
                assertThat(looked.rows()).isBetween(1, size.rows());
                for (int row = 0; row < looked.rows(); row++) {
                    int current = row;
                    rows.add(
                            IntStream.range(0, dataset.schema().size())
                                    .mapToObj(column -> looked.column(column).text(current))
                                    .toList());
                }
            }
        }
        return rows;
    }

    private String copied(Dataset dataset, BlockSize size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BlockWriter writer = codec.output(dataset, dataset.type(), Map.of(), MissingTokens.OF_PANDAS).create(out);
                BlockReader reader = open(dataset, size)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                write(block, writer);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void write(Block block, BlockWriter writer) throws IOException {
        Edits edits = new Edits();
        edits.clear(Split.TRAIN, block.rows());
        writer.write(block, edits, Split.TRAIN);
    }
}
