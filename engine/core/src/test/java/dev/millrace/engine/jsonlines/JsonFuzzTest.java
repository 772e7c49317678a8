package dev.millrace.engine.jsonlines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.BadRow;
import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.run.ReaderThreads;
import dev.millrace.engine.testing.Fuzzing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Damaged JSON Lines and JSON arrays.
final class JsonFuzzTest {

    private static final List<String> WORDS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\"",
                    "\\",
                    "\\u",
                    "\\ud800",
                    "\\udc00",
                    "\n",
                    "\r",
                    "null",
                    "true",
                    "-",
                    "0",
                    "1e9",
                    ".",
                    "{\"a\":1}",
                    "},{",
                    "\0",
                    "\u00EF\u00BB\u00BF",
                    "\u00ED\u00A0\u0080",
                    "\u00C0\u0080");
    private static final ShardCodecs CODECS = new ShardCodecs();

    @TempDir private Path folder;

    /// What a reader makes of a file.
    ///
    /// @param error empty if the file is read to its end
    private record Outcome(List<List<String>> rows, List<BadRow> badRows, List<Problem> error) {}

    @Test
    void rowsOfAnyLinesAreTheSameInBlocksOfAnySizeAndInACopy() {
        new Fuzzing("JSON Lines", random -> text(random, "", "\n", "\n"), WORDS)
                .feed((input, random) -> assertReadAlike("part-1.jsonl", input, random));
    }

    @Test
    void rowsOfAnyArrayAreTheSameInBlocksOfAnySizeAndInACopy() {
        new Fuzzing("JSON arrays", random -> text(random, "[", ",", "]"), WORDS)
                .feed((input, random) -> assertReadAlike("part-1.json", input, random));
    }

    private static byte[] text(Random random, String begin, String between, String end) {
        RandomJson json = new RandomJson(random, !begin.isEmpty());
        List<String> objects = new ArrayList<>();
        for (int row = random.nextInt(12); row > 0; row--) {
            objects.add(json.object() + json.blanks());
        }
        return (begin + String.join(between, objects) + end).getBytes(StandardCharsets.UTF_8);
    }

    private void assertReadAlike(String name, byte[] input, Random random) throws IOException {
        Dataset dataset = JsonFiles.dataset(Files.write(folder.resolve(name), input));
        Outcome large = read(dataset, new BlockSize(16 << 10, 1 << 10));
        BlockSize small = new BlockSize(1 + random.nextInt(70), 1 + random.nextInt(9));
        assertThat(read(dataset, small)).as("%s", small).isEqualTo(large);
        if (random.nextInt(4) == 0) {
            int readers = 1 + random.nextInt(3);
            assertThat(readAhead(dataset, small, readers)).as("%s, %s readers", small, readers).isEqualTo(large);
        }
        if (!large.error().isEmpty()) {
            throw new DataException(large.error().getFirst());
        }
        if (large.badRows().isEmpty() && !large.rows().isEmpty()) {
            String copy = JsonFiles.written(dataset, dataset.type().format(), small, (_, _) -> {});
            Dataset again =
                    JsonFiles.dataset(Files.writeString(folder.resolve("copy-" + name), copy, StandardCharsets.UTF_8));
            assertThat(again.schema().columns()).isEqualTo(dataset.schema().columns());
            assertThat(read(again, small)).as("the copy").isEqualTo(large);
        }
    }

    private interface Opening {
        BlockReader of(ShardCodec codec, Shard shard, Set<Integer> columns) throws IOException;
    }

    private static Outcome read(Dataset dataset, BlockSize size) {
        return read(dataset, (codec, shard, columns) -> codec.open(dataset, shard, columns, size));
    }

    private static Outcome readAhead(Dataset dataset, BlockSize size, int readers) {
        return read(
                dataset,
                (codec, shard, columns) -> codec.openAhead(dataset, shard, columns, size, new ReaderThreads(readers)));
    }

    private static Outcome read(Dataset dataset, Opening opening) {
        List<List<String>> rows = new ArrayList<>();
        List<BadRow> badRows = new ArrayList<>();
        int columns = dataset.schema().size();
        Set<Integer> all = IntStream.range(0, columns).boxed().collect(Collectors.toSet());
        ShardCodec codec = CODECS.of(dataset.type().format());
        try (BlockReader reader = opening.of(codec, dataset.shards().getFirst(), all)) {
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
