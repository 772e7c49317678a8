package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.Schema;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.Tree;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Texts in random dialects: read as they were meant, as Commons CSV reads them, and written back unchanged.
final class DialectTest {

    private static final List<BlockSize> SIZES =
            List.of(new BlockSize(1, 1), new BlockSize(13, 100), new BlockSize(64, 2), BlockSize.DEFAULT);

    @TempDir private Path folder;

    @Seeds(count = 200)
    void valuesAreThoseThatWereWritten(long seed) throws IOException {
        RandomDialects random = new RandomDialects(new Random(seed));
        Dialect dialect = random.dialect();
        List<List<String>> rows = random.table(dialect);
        Dataset dataset = dataset(random.text(rows, dialect), dialect, rows.getFirst().size());
        for (BlockSize size : SIZES) {
            assertThat(TextFiles.values(dataset, size)).as("%s %s", dialect.inWords(), size).isEqualTo(rows);
        }
    }

    @Seeds(count = 200)
    void valuesAreThoseOfCommonsCsv(long seed) throws IOException {
        RandomDialects random = new RandomDialects(new Random(seed));
        Dialect dialect = random.dialect().withSkipInitialSpace(false).withEscape(Dialect.NONE);
        if (dialect.quote() == Dialect.NONE) {
            dialect = dialect.withQuote('"');
        }
        List<List<String>> rows = random.table(dialect);
        String text = random.text(rows, dialect);
        Dataset dataset = dataset(text, dialect, rows.getFirst().size());

        assertThat(TextFiles.values(dataset, SIZES.get(1))).isEqualTo(ofCommonsCsv(text, dialect));
    }

    @Seeds(count = 100)
    void writtenTextReadsAsTheSameValues(long seed) throws IOException {
        RandomDialects random = new RandomDialects(new Random(seed));
        Dialect dialect = random.dialect();
        List<List<String>> rows = random.table(dialect);
        CellWriter writer = new CellWriter(dialect);
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(new String(writer.record(row), StandardCharsets.UTF_8)));
        Dataset dataset = dataset(text.toString(), dialect, rows.getFirst().size());

        assertThat(TextFiles.values(dataset, SIZES.get(2))).as(dialect.inWords()).isEqualTo(rows);
    }

    private Dataset dataset(String text, Dialect dialect, int columns) {
        Tree.write(folder.resolve("part-00001.csv"), text);
        DatasetOptions options = new DatasetOptions(null, null, RandomDialects.said(dialect, false), false);
        Dataset found = TextFiles.open(folder, options);
        return new Dataset(
                found.root(),
                found.layout(),
                found.shards(),
                found.ignored(),
                new Schema(TextHeader.numbered(columns)),
                false,
                found.dialect(),
                found.findings(),
                found.warnings(),
                Map.of());
    }

    private static List<List<String>> ofCommonsCsv(String text, Dialect dialect) throws IOException {
        CSVFormat.Builder format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(dialect.delimiter())
                        .setQuote(dialect.quote())
                        .setIgnoreEmptyLines(true);
        if (dialect.comment() != Dialect.NONE) {
            format.setCommentMarker(dialect.comment());
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format.get())) {
            return parser.stream().map(CSVRecord::toList).toList();
        }
    }
}
