package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.Replacements;
import dev.millrace.engine.dataset.Compression;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.DialectOverrides;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.LineEnd;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.dataset.TextEncoding;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What nobody touches keeps its bytes; what is touched fits in.
final class RoundTripTest {

    private static final FileType CSV = FileType.of(ShardFormat.CSV, Compression.NONE).orElseThrow();
    private static final List<BlockSize> SIZES = List.of(new BlockSize(7, 3), BlockSize.DEFAULT);

    @TempDir private Path folder;

    static Stream<Arguments> everyEncodingLineEndAndCompression() {
        return Stream.of(TextEncoding.values())
                .flatMap(encoding ->
                        Stream.of(LineEnd.values())
                                .flatMap(lineEnd ->
                                        Stream.of(Compression.NONE, Compression.GZIP, Compression.ZSTD)
                                                .map(compression -> Arguments.of(encoding, lineEnd, compression))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("everyEncodingLineEndAndCompression")
    void untouchedCellsKeepTheirBytes(TextEncoding encoding, LineEnd lineEnd, Compression compression)
            throws IOException {
        String text =
                "größe;f;\"no\ne\"\n\"27\";\"a;\"\"b\"\"\";007\n 1.50 ;ä\u00A0;\"x\"\n;\"\";é\n"
                        .replace("\n", lineEnd.characters());
        boolean marked = encoding.inMemory() == TextEncoding.UTF_8;
        byte[] file = TextFiles.compressed(((marked ? "\uFEFF" : "") + text).getBytes(encoding.charset()), compression);
        FileType type = FileType.of(ShardFormat.CSV, compression).orElseThrow();
        Tree.write(folder.resolve("part-00001" + type.ending()), file);
        DialectOverrides said =
                new DialectOverrides(null, null, null, null, true, null, null, marked ? null : encoding.label());
        Dataset dataset = TextFiles.open(folder, new DatasetOptions(null, null, said, false));

        assertThat(dataset.dialect().delimiter()).isEqualTo(';');
        for (BlockSize size : SIZES) {
            byte[] written = TextFiles.written(dataset, type, size);
            Path copy = Tree.write(folder.resolve("copy"), written);
            assertThat(TextFiles.decompressed(copy, compression))
                    .isEqualTo(text.getBytes(encoding.inMemory().charset()));
            assertThat(TextFiles.values(dataset, size))
                    .containsExactly(
                            List.of("27", "a;\"b\"", "007"), List.of(" 1.50 ", "ä\u00A0", "x"), List.of("", "", "é"));
        }
    }

    @Test
    void aRunWritesBatchAndStreamingOfAnyDialectAlike() throws IOException {
        Path data = folder.resolve("data");
        byte[] first = "f;label;note\r\nä;1;\"x;y\"\r\nb;0;é\r\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] second = "note;f;label\r\nü;ä;0\r\n".getBytes(StandardCharsets.ISO_8859_1);
        Tree.write(data.resolve("part-00001.csv.gz"), TextFiles.compressed(first, Compression.GZIP));
        Tree.write(data.resolve("part-00002.csv.gz"), TextFiles.compressed(second, Compression.GZIP));
        TextRecipe recipe = new TextRecipe(data).strategy("countThreshold", 1);

        recipe.done();
        String streaming = text(recipe.out("train/part-00001.csv.gz")) + text(recipe.out("train/part-00002.csv.gz"));
        recipe.run("mode", "batch").done(new BlockSize(3, 1));

        String body = "0.5;1;\"x;y\"\r\n0.0;0;é\r\n";
        assertThat(streaming).isEqualTo("f;label;note\r\n" + body + "f;label;note\r\n0.5;0;ü\r\n");
        assertThat(text(recipe.out("train.csv.gz"))).isEqualTo("f;label;note\r\n" + body + "0.5;0;ü\r\n");
    }

    private static String text(Path file) throws IOException {
        return new String(TextFiles.decompressed(file, Compression.GZIP), StandardCharsets.ISO_8859_1);
    }

    @Test
    void withoutHeaderInNoHeaderOut() {
        Tree.write(folder.resolve("data/part-00001.csv"), "a,1,x\nb,0,2\n");
        Tree.write(folder.resolve("names.txt"), "f, label,\nn__DOT__o\n");
        TextRecipe recipe = new TextRecipe(folder.resolve("data")).dataset("signature", "names.txt");
        Manifest manifest = recipe.done();

        assertThat(manifest.warnings()).noneMatch(warning -> warning.contains("header"));
        assertThat(Tree.bytes(recipe.out("train/part-00001.csv"))).isEqualTo("0.5,1,x\n0.5,0,2\n");
    }

    @Test
    void withoutNamesColumnsAreNumberedWithAWarning() {
        Tree.write(folder.resolve("data/part-00001.csv"), "a,1,3\nb,0,2\n");
        TextRecipe recipe =
                new TextRecipe(folder.resolve("data")).dataset("label", "c2").strategy("fields", List.of("c1"));

        assertThat(recipe.done().warnings()).anyMatch(warning -> warning.contains("named c1 to c3"));
        assertThat(Tree.bytes(recipe.out("train/part-00001.csv"))).isEqualTo("0.5,1,3\n0.5,0,2\n");
    }

    @Test
    void aSignatureThatDoesNotFitIsRefused() {
        Tree.write(folder.resolve("data/part-00001.csv"), "a,1,3\nb,0,2\n");
        Tree.write(folder.resolve("names.txt"), "f,label");
        TextRecipe recipe = new TextRecipe(folder.resolve("data")).dataset("signature", "names.txt");

        assertThat(recipe.failure()).hasMessageContaining("names 2 columns but the shards have 3");
    }

    @Test
    void preambleAndCommentsAreNotCopied() {
        Tree.write(folder.resolve("data/part-00001.csv"), "Report of May\nf,label\n# a,b\na,1\nb,0\n\n#c\nc,0\n");
        TextRecipe recipe = new TextRecipe(folder.resolve("data")).dialect("skipLines", 1, "comment", "#");
        recipe.done();

        assertThat(Tree.bytes(recipe.out("train/part-00001.csv")))
                .isEqualTo("f,label\n0.3333333333333333,1\n0.3333333333333333,0\n0.3333333333333333,0\n");
    }

    /// What lies between the two is left out; together they would be one line break, and the empty row lost.
    @Test
    void aRecordThatEndsWithCarriageReturnStaysApartFromALineFeed() throws IOException {
        Dataset dataset = oneColumn("v\na\r# a comment\n\nb\n", "\"");

        for (BlockSize size : SIZES) {
            assertThat(TextFiles.written(dataset, CSV, size)).asString().isEqualTo("v\na\r\r\nb\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"'\"', '\"\"'", "'', ''"})
    void anEmptyValueOfTheOnlyColumnIsQuotedIfItCanBe(String quote, String cell) throws IOException {
        Dataset dataset = oneColumn("v\na\nb\n", quote);
        Replacements empty = new Replacements();
        int choice = empty.addText("");

        byte[] written =
                TextFiles.written(
                        dataset,
                        CSV,
                        BlockSize.DEFAULT,
                        (_, edits) -> edits.replace(0, new int[] {Edits.KEEP, choice}, empty));

        assertThat(written).asString().isEqualTo("v\na\n" + cell + "\n");
    }

    private Dataset oneColumn(String text, String quote) {
        Tree.write(folder.resolve("part-00001.csv"), text);
        DialectOverrides said = new DialectOverrides(",", quote, null, "#", true, null, null, null);
        return TextFiles.open(folder, new DatasetOptions(null, null, said, false));
    }

    @Test
    void aValueThatTheEncodingCannotWriteIsAnError() {
        CellWriter writer = new CellWriter(dialect(TextEncoding.ISO_8859_1));

        assertThat(writer.cell("é")).containsExactly(0xE9);
        assertThatThrownBy(() -> writer.cell("5 €"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'5 €' cannot be written in ISO-8859-1");
    }

    @Test
    void anotherFormatIsWrittenInUtf8WithItsOwnNotation() throws IOException {
        byte[] text =
                "Report\r\n\"f\";label;\"x\ty\"\r\nä;1;\"a;\tb\"\r\n\" \";0;\"say \"\"hi\"\"\"\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1);
        Tree.write(folder.resolve("data/part-00001.csv"), text);
        TextRecipe recipe =
                new TextRecipe(folder.resolve("data"))
                        .dialect("skipLines", 1)
                        .output("format", "tsv")
                        .output("compression", "zstd");
        recipe.done();

        Path written = recipe.out("train/part-00001.tsv.zst");
        assertThat(new String(TextFiles.decompressed(written, Compression.ZSTD), StandardCharsets.UTF_8))
                .isEqualTo("f\tlabel\t\"x\ty\"\n0.5\t1\t\"a;\tb\"\n0.5\t0\t\"say \"\"hi\"\"\"\n");
    }

    private static Dialect dialect(TextEncoding encoding) {
        return Dialect.CSV.withEncoding(encoding);
    }
}
