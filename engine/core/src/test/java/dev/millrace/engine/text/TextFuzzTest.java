package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.BadRow;
import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.DatasetLayout;
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.Schema;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.dataset.TextEncoding;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.run.ReaderThreads;
import dev.millrace.engine.testing.Fuzzing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Damaged delimited text, in every dialect.
final class TextFuzzTest {

    private static final List<TextEncoding> ENCODINGS = List.of(TextEncoding.values());

    private static final FileType CSV = FileType.ofFileName("part-1.csv").orElseThrow();
    private static final BlockSize LARGE = new BlockSize(16 << 10, 1 << 10);
    private static final CsvCodec CODEC = new CsvCodec();
    private static final List<String> WORDS =
            List.of(
                    "\"",
                    "\"\"",
                    "'",
                    ",",
                    ";",
                    "\t",
                    "|",
                    "\\",
                    "#",
                    "\n",
                    "\r",
                    "\r\n",
                    "\0",
                    "\u00EF\u00BB\u00BF",
                    "\u00FF\u00FE",
                    "\u00ED\u00A0\u0080",
                    "\u00C0\u0080",
                    "\u00F0\u009F\u0098\u0080",
                    "\u0081",
                    "a,b\n",
                    "\"a\"b,c\n");

    @TempDir private Path folder;
    private Dialect written = Dialect.CSV; // of the text made last

    /// What a reader makes of a file.
    ///
    /// @param error empty if the file is read to its end
    private record Outcome(List<List<String>> rows, List<BadRow> badRows, List<Problem> error) {}

    @Test
    void rowsOfAnyTextAreTheSameInBlocksOfAnySizeAndInACopy() {
        new Fuzzing("delimited text", this::text, WORDS)
                .feed((input, random) -> {
                    Dialect dialect = random.nextInt(8) == 0 ? dialect(random) : written;
                    Optional<Dataset> dataset = dataset(input, dialect);
                    if (dataset.isPresent()) {
                        assertReadAlike(dataset.get(), random);
                    }
                });
    }

    @Test
    void aDialectIsFoundInAnyText() {
        new Fuzzing("detection of dialects", this::text, WORDS)
                .feed((input, _) -> {
                    Path file = Files.write(folder.resolve("part-1.csv"), input);
                    Dataset dataset = TextFiles.open(file, DatasetOptions.NONE);
                    assertThat(dataset.findings()).isNotEmpty();
                    assertThat(read(dataset, LARGE).error()).isEmpty();
                });
    }

    private byte[] text(Random random) {
        RandomDialects dialects = new RandomDialects(random);
        written = dialect(random);
        String text = dialects.text(dialects.table(written), written);
        boolean marked = random.nextInt(4) == 0 && written.encoding().inMemory() == TextEncoding.UTF_8;
        return ((marked ? "\uFEFF" : "") + text).getBytes(written.encoding().charset());
    }

    private static Dialect dialect(Random random) {
        TextEncoding encoding =
                random.nextBoolean() ? TextEncoding.UTF_8 : ENCODINGS.get(random.nextInt(ENCODINGS.size()));
        Dialect dialect = new RandomDialects(random).dialect();
        if (random.nextInt(3) == 0) {
            dialect = Dialect.CSV; // the usual one has a scanner of its own
        }
        return dialect.withEncoding(encoding).withHeader(random.nextBoolean(), Math.max(0, random.nextInt(6) - 3));
    }

    private Optional<Dataset> dataset(byte[] content, Dialect dialect) throws IOException {
        Path file = Files.write(folder.resolve("part-1.csv"), content);
        Shard shard = new Shard(Split.TRAIN, 1, file, CSV, content.length);
        return CODEC.columns(shard, dialect)
                .map(columns ->
                        new Dataset(
                                file,
                                DatasetLayout.SINGLE_FILE,
                                List.of(shard),
                                List.of(),
                                new Schema(columns),
                                false,
                                dialect,
                                List.of(),
                                List.of(),
                                Map.of()));
    }

    private void assertReadAlike(Dataset dataset, Random random) throws IOException {
        Outcome large = read(dataset, LARGE);
        BlockSize small = new BlockSize(1 + random.nextInt(70), 1 + random.nextInt(9));
        assertThat(read(dataset, small)).as("%s", small).isEqualTo(large);
        if (random.nextInt(4) == 0) {
            int readers = 1 + random.nextInt(3);
            assertThat(readAhead(dataset, small, readers)).as("%s, %s readers", small, readers).isEqualTo(large);
        }
        if (!large.error().isEmpty()) {
            throw new DataException(large.error().getFirst());
        }
        if (large.badRows().isEmpty()) {
            byte[] copy = TextFiles.written(dataset, CSV, small);
            Dialect dialect = dataset.dialect().inMemory().withHeader(dataset.dialect().header(), 0);
            dataset(copy, dialect)
                    .ifPresentOrElse(
                            again -> assertThat(read(again, LARGE)).as("the copy").isEqualTo(large),
                            () -> assertThat(large.rows()).isEmpty());
        }
    }

    private interface Opening {
        BlockReader of(Dataset dataset, Shard shard, Set<Integer> columns) throws IOException;
    }

    private static Outcome read(Dataset dataset, BlockSize size) {
        return read(dataset, (whole, shard, columns) -> CODEC.open(whole, shard, columns, size));
    }

    private static Outcome readAhead(Dataset dataset, BlockSize size, int readers) {
        return read(
                dataset,
                (whole, shard, columns) -> CODEC.openAhead(whole, shard, columns, size, new ReaderThreads(readers)));
    }

    private static Outcome read(Dataset dataset, Opening opening) {
        List<List<String>> rows = new ArrayList<>();
        List<BadRow> badRows = new ArrayList<>();
        int columns = dataset.schema().size();
        Set<Integer> all = IntStream.range(0, columns).boxed().collect(Collectors.toSet());
        try (BlockReader reader = opening.of(dataset, dataset.shards().getFirst(), all)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                for (int row = 0; row < block.rows(); row++) {
                    List<String> cells = new ArrayList<>();
                    for (int column = 0; column < columns; column++) {
                        cells.add(block.column(column).text(row));
                    }
                    rows.add(cells);
                }
                badRows.addAll(block.badRows());
            }
            return new Outcome(rows, badRows, List.of());
        } catch (EngineException error) {
            return new Outcome(List.of(), List.of(), error.problems());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
