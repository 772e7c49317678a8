package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.dataset.DialectOverrides;
import dev.millrace.engine.format.Preview;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.testing.SharedData;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Every delimited text of the corpus of damaged, tricky and malicious files, where it is present: reading it ends as
/// the corpus says, within bounds.
final class HostileTextTest {

    /// Empty shards make no dataset: the message says so, as the corpus asks for.
    private static final List<String> WITHOUT_COLUMNS = List.of("empty.csv", "bom_only.csv");

    /// UTF-16 with a byte order mark is read.
    private static final List<String> READ_AFTER_ALL = List.of("utf16le.csv");

    /// Reading 2 GiB takes its time: these have a test of their own, which reads their begin.
    private static final List<String> LARGE = List.of("bomb_1line_2GiB.csv.gz", "bomb_rows_2GiB.csv.gz");

    private static final Map<String, Integer> ROWS =
            Map.ofEntries(
                    Map.entry("header_only.csv", 0),
                    Map.entry("newline_in_quotes.csv", 1),
                    Map.entry("mixed_eol.csv", 3),
                    Map.entry("na_tokens.csv", 11),
                    Map.entry("numbers.csv", 19),
                    Map.entry("formula.csv", 12),
                    Map.entry("long_field_1MiB.csv", 1),
                    Map.entry("empty_header.csv", 1),
                    Map.entry("header_like_path.csv", 1),
                    Map.entry("inconsistent_delim.csv", 2),
                    Map.entry("number_1M_digits.csv", 2),
                    Map.entry("redos.csv", 20));
    private static final int USUAL_ROWS = 1000;

    record Expected(String file, String outcome) {}

    static Stream<Expected> texts() throws IOException {
        Path corpus;
        try {
            corpus = SharedData.path("corpora/hostile");
        } catch (TestAbortedException absent) {
            return Stream.of(new Expected("", "")); // so that a skipped test shows
        }
        return Files.readAllLines(corpus.resolve("expected.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[0].contains(".csv") && !LARGE.contains(cells[0]))
                .map(cells -> new Expected(cells[0], READ_AFTER_ALL.contains(cells[0]) ? "READ" : cells[1]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void theOutcomeIsThatOfTheCorpus(Expected expected) throws IOException {
        assumeTrue(!expected.file().isEmpty(), "there is no shared/corpora/hostile beside the repository");
        Path file = file(expected.file());
        if (WITHOUT_COLUMNS.contains(expected.file())) {
            assertThat(catchThrowable(() -> scan(file))).hasMessageContaining("empty file");
            return;
        }
        switch (expected.outcome()) {
            case "READ", "BOUND" -> {
                TextFiles.Scan scan = scan(file);
                assertThat(scan.rows()).isEqualTo(ROWS.getOrDefault(expected.file(), USUAL_ROWS).longValue());
                assertThat(scan.badRows()).isEmpty();
            }
            case "REJECT", "BOUND+REJECT" -> {
                Throwable failure = catchThrowable(() -> scan(file));
                assertThat(failure).isInstanceOf(EngineException.class).hasMessageContaining(file.toString());
                assertThat(((EngineException) failure).problems().getFirst().remedy()).isNotBlank();
            }
            case "QUARANTINE" -> {
                assertThat(scan(file).badRows())
                        .isNotEmpty()
                        .allSatisfy(row -> {
                            assertThat(row.place().line()).isGreaterThan(1);
                            assertThat(row.exception()).hasMessageStartingWith(row.problem().place() + ": ");
                        });
            }
            default -> throw new IllegalStateException(expected.toString());
        }
    }

    @Test
    void nothingIsReplacedInALatinFile() throws IOException {
        Dataset dataset = TextFiles.open(file("invalid_utf8.csv"), DatasetOptions.NONE);

        assertThat(TextFiles.values(dataset, BlockSize.DEFAULT).getFirst()).containsExactly("1", "2.5", "café");
    }

    @Test
    void aBombOfRowsIsReadBlockByBlock() {
        Dataset dataset = TextFiles.open(file("bomb_rows_2GiB.csv.gz"), DatasetOptions.NONE);
        Preview preview = Preview.of(new ShardCodecs(), dataset, dataset.shards().getFirst(), 100);

        assertThat(preview.rows()).hasSize(100);
    }

    @Test
    void aLineOfTwoGigabytesIsABadRowAsSoonAsItIsTooLong() throws IOException {
        Dataset dataset = TextFiles.open(file("bomb_1line_2GiB.csv.gz"), DatasetOptions.NONE);
        try (BlockReader reader =
                new CsvCodec().open(dataset, dataset.shards().getFirst(), Set.of(), BlockSize.DEFAULT)) {
            assertThat(reader.next())
                    .isNotNull()
                    .satisfies(block ->
                            assertThat(block.badRows())
                                    .singleElement()
                                    .satisfies(row ->
                                            assertThat(row.exception())
                                                    .hasMessageContaining("line 2: a row is longer")));
            assertThat(reader.bytesRead()).isLessThan(100_000);
        }
    }

    private static TextFiles.Scan scan(Path file) throws IOException {
        return TextFiles.scan(TextFiles.open(file, options(file)));
    }

    /// Left to itself the engine finds that file to be windows-1252, and right so.
    private static DatasetOptions options(Path file) {
        DialectOverrides utf8 = new DialectOverrides(null, null, null, null, null, null, null, "UTF-8");
        return file.endsWith("invalid_utf8.csv") ? new DatasetOptions(null, null, utf8, false) : DatasetOptions.NONE;
    }

    private static Path file(String name) {
        return SharedData.path("corpora/hostile").resolve(name);
    }
}
