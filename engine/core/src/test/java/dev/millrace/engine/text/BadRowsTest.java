package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Compression;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.Tree;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;

/// Bad rows fail the run, are set aside, or are counted, as the recipe says; whichever it is, nothing is lost.
final class BadRowsTest {

    private static final List<BlockSize> SIZES = List.of(new BlockSize(1, 1), new BlockSize(40, 3), BlockSize.DEFAULT);
    private static final String RAGGED = "f,label\na,1\nb\n\"c\nc\",0,\r\n\nd,0\n\"e\"e,1\nf,1\ng,\"0\nh,1";

    @TempDir private Path folder;

    @Test
    void quarantinedRowsAreListedWithReasonSourceLineAndText() throws IOException {
        Tree.write(folder.resolve("data/part-00007.csv"), RAGGED);
        TextRecipe recipe = recipe().run("onBadRow", "quarantine");
        for (String mode : List.of("streaming", "batch")) {
            for (BlockSize size : SIZES) {
                Manifest manifest = recipe.run("mode", mode).done(size);

                assertThat(manifest.rows()).isEqualTo(new Manifest.Rows(7, Map.of("train", 3L), 0, Map.of(), 4));
                assertThat(manifest.inputs()).extracting(Manifest.Input::rows).containsExactly(7L);
                assertThat(manifest.rejected()).hasSize(1);
                assertThat(manifest.rejected().getFirst().path()).isEqualTo("rejected/part-00007.csv");
                assertThat(manifest.rejected().getFirst().rows()).isEqualTo(4);
                assertThat(records(recipe.out("rejected/part-00007.csv")))
                        .as("%s %s", mode, size)
                        .containsExactly(
                                List.of("reason", "source", "line", "column", "row"),
                                List.of("the row has 1 field but the header has 2", "part-00007.csv", "3", "", "b"),
                                List.of(
                                        "the row has 3 fields but the header has 2",
                                        "part-00007.csv",
                                        "4",
                                        "",
                                        "\"c\nc\",0,"),
                                List.of(
                                        "text follows the closing quote of column 'f'",
                                        "part-00007.csv",
                                        "8",
                                        "f",
                                        "\"e\"e,1"),
                                List.of(
                                        "a quote opened in this row is never closed",
                                        "part-00007.csv",
                                        "10",
                                        "",
                                        "g,\"0\nh,1"));
            }
        }
    }

    @Test
    void skippedRowsAreCountedOnly() {
        Tree.write(folder.resolve("data/part-00007.csv"), RAGGED);
        for (String mode : List.of("streaming", "batch")) {
            Manifest manifest = recipe().run("onBadRow", "skip").run("mode", mode).done();

            assertThat(manifest.rows()).isEqualTo(new Manifest.Rows(7, Map.of("train", 3L), 0, Map.of(), 4));
            assertThat(manifest.rejected()).isEmpty();
            assertThat(manifest.warnings()).contains("4 bad rows were left out");
            assertThat(recipe().out("rejected")).doesNotExist();
        }
    }

    @Test
    void withoutAPolicyTheFirstBadRowIsAnError() {
        Tree.write(folder.resolve("data/part-00007.csv"), RAGGED);
        EngineException failure = recipe().failure();

        assertThat(failure).isInstanceOf(DataException.class);
        assertThat(failure.problems().getFirst().place().line()).isEqualTo(3);
        assertThat(failure).hasMessageContaining("the row has 1 field but the header has 2: b");
        assertThat(recipe().out("_SUCCESS")).doesNotExist();
    }

    @Test
    void ofADatasetWithSplitsTheyLieBySplit() {
        Tree.write(folder.resolve("data/train/part-00001.csv"), "f,label\na,1\nb\n");
        Tree.write(folder.resolve("data/val/part-00001.csv"), "f,label\na,1,2\nb,1\n");
        TextRecipe recipe = recipe().run("onBadRow", "quarantine");
        Manifest manifest = recipe.done();

        assertThat(manifest.rejected())
                .extracting(Manifest.Output::path)
                .containsExactly("rejected/train/part-00001.csv", "rejected/val/part-00001.csv");
        Tree.write(folder.resolve("data/train/part-00001.csv"), "f,label\na,1\n");
        Tree.write(folder.resolve("data/val/part-00001.csv"), "f,label\na,1\n");
        recipe.done();
        assertThat(recipe.out("rejected")).as("of the earlier run").doesNotExist();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void bytesThatAreNoTextMakeABadRow(String encoding) throws IOException {
        boolean wide = encoding.startsWith("UTF-16");
        Charset charset = Charset.forName(encoding);
        byte[] bad =
                encoding.equals("UTF-8")
                        ? new byte[] {(byte) 0xE9}
                        : encoding.equals("UTF-16LE")
                                ? new byte[] {0, (byte) 0xD8}
                                : encoding.equals("UTF-16BE") ? new byte[] {(byte) 0xD8, 0} : new byte[] {(byte) 0x81};
        byte[] before = "f,label,x\nä,1,\nb,0,".getBytes(charset);
        byte[] after = "é\nc,1,\nd,0,\0\n".getBytes(charset);
        Tree.write(folder.resolve("data/part-00001.csv"), joined(before, bad, after));
        String shown = wide ? "\\xED\\xA0\\x80" : encoding.equals("UTF-8") ? "\\xE9" : "\\x81";
        for (BlockSize size : SIZES) {
            TextRecipe recipe = recipe().dialect("encoding", encoding).run("onBadRow", "quarantine");
            recipe.done(size);

            assertThat(records(recipe.out("rejected/part-00001.csv")).subList(1, 3))
                    .containsExactly(
                            List.of(
                                    "the row is not " + (wide ? "UTF-8" : encoding),
                                    "part-00001.csv",
                                    "3",
                                    "",
                                    "b,0," + shown + "é"),
                            List.of("the row holds a NUL character", "part-00001.csv", "5", "", "d,0,\\x00"));
        }
    }

    @Test
    void aRowBeyondTheLimitIsReadOver() throws IOException {
        String big = "x\n\"\"".repeat(TextBlockReader.MOST_ROW_BYTES / 4 + 10);
        byte[] text =
                ("f,label\na,1\n\"" + big + "\",1\r\nb,0\r\n" + "y".repeat(TextBlockReader.MOST_ROW_BYTES + 5))
                        .getBytes(StandardCharsets.UTF_8);
        Tree.write(folder.resolve("data/part-00001.csv.gz"), TextFiles.compressed(text, Compression.GZIP));
        TextRecipe recipe = recipe().run("onBadRow", "quarantine");
        Manifest manifest = recipe.done();

        assertThat(manifest.rows()).isEqualTo(new Manifest.Rows(4, Map.of("train", 2L), 0, Map.of(), 2));
        List<List<String>> rejected = records(recipe.out("rejected/part-00001.csv"));
        long lines = big.chars().filter(character -> character == '\n').count();
        assertThat(rejected.get(1).getFirst()).isEqualTo("a row is longer than 16 MiB");
        assertThat(rejected.get(1).get(2)).isEqualTo("3");
        assertThat(rejected.get(1).getLast()).startsWith("\"x\n\"\"x").endsWith("bytes)").hasSizeLessThan(2 << 20);
        assertThat(rejected.get(2).get(2)).isEqualTo(String.valueOf(3 + lines + 2));
        assertThat(recipe().failure()).hasMessageContaining("line 3: a row is longer than 16 MiB");
    }

    /// Bad rows among good ones, at random, in shards of any compression.
    @Seeds(count = 40)
    void nothingIsLostAndModesAgree(long seed) throws IOException {
        Random random = new Random(seed);
        FileType type =
                FileType.ofFileName(List.of(".csv", ".csv.gz", ".csv.zst").get(random.nextInt(3))).orElseThrow();
        long good = 1;
        List<Long> badLines = new ArrayList<>();
        StringBuilder text = new StringBuilder("f,label\nx,1\n");
        long line = 3;
        for (int row = random.nextInt(200); row > 0; row--) {
            String record =
                    List.of(
                                    "a,1",
                                    "b,0",
                                    "\"c\n\r\nc\",1",
                                    "\"d\"\"\r\",0",
                                    "bad",
                                    "b,a,d",
                                    "\"a\"b,1",
                                    "\"\n\",\n\"a\"b")
                            .get(random.nextInt(random.nextBoolean() ? 4 : 8));
            String lineBreak = List.of("\n", "\r\n", "\r", "\n\n").get(random.nextInt(4));
            boolean bad = record.contains("bad") || record.contains("b,a") || record.contains("\"b");
            good += bad ? 0 : 1;
            text.append(record).append(lineBreak);
            if (record.startsWith("\"\n\",")) { // two records: one with an empty label, one bad
                good++;
                badLines.add(line + 2);
            } else if (bad) {
                badLines.add(line);
            }
            String both = record + lineBreak;
            line += LineBreaks.count(both.getBytes(StandardCharsets.UTF_8), 0, both.length());
        }
        byte[] file = TextFiles.compressed(text.toString().getBytes(StandardCharsets.UTF_8), type.compression());
        Tree.write(folder.resolve("data/part-00001" + type.ending()), file);
        TextRecipe recipe = recipe().run("onBadRow", "quarantine");
        BlockSize size = new BlockSize(1 + random.nextInt(100), 1 + random.nextInt(10));
        Manifest streaming = recipe.done(size);
        SortedMap<String, String> rejected = rejected(recipe);
        Manifest batch = recipe.run("mode", "batch").done(new BlockSize(1 + random.nextInt(100), 1000));

        assertThat(streaming.rows())
                .isEqualTo(
                        new Manifest.Rows(good + badLines.size(), Map.of("train", good), 0, Map.of(), badLines.size()));
        assertThat(batch.rows()).isEqualTo(streaming.rows());
        assertThat(rejected(recipe)).isEqualTo(rejected);
        if (!badLines.isEmpty()) {
            assertThat(
                            records(recipe.out("rejected/part-00001.csv")).stream()
                                    .skip(1)
                                    .map(row -> Long.valueOf(row.get(2))))
                    .isEqualTo(badLines);
        }
    }

    private TextRecipe recipe() {
        return new TextRecipe(folder.resolve("data")).dialect("header", true);
    }

    private static SortedMap<String, String> rejected(TextRecipe recipe) {
        return Tree.files(recipe.out("rejected"));
    }

    private static List<List<String>> records(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(Files.readString(file), CSVFormat.DEFAULT)) {
            return parser.stream().map(record -> record.toList()).toList();
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
