package dev.millrace.engine.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.BlockWriter;
import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.Replacements;
import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.parquet.Reference.Triple;
import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// What a writer makes of rows that are routed, dropped, repeated and edited.
class ParquetRowsTest {

    private static final int EDITED = 2; // `count`
    private static final int TEXTED = 8; // `code`

    @TempDir private Path folder;

    /// What happens to a row, by its number in the shard.
    private record Fate(List<Split> splits, List<Integer> times, List<Integer> numbers, List<Integer> texts) {

        static Fate random(Random random, int rows) {
            Fate fate = new Fate(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            int calmUntil = random.nextInt(rows + 1); // so that whole row groups come too
            for (int row = 0; row < rows; row++) {
                boolean calm = row < calmUntil;
                fate.splits.add(calm || random.nextInt(3) > 0 ? Split.TRAIN : random.nextBoolean() ? Split.VAL : null);
                fate.times.add(calm || random.nextInt(8) > 0 ? 1 : 1 + random.nextInt(3));
                fate.numbers.add(random.nextInt(3) - 1);
                fate.texts.add(random.nextInt(3) - 1);
            }
            return fate;
        }

        void apply(int first, Edits edits, int rows, Replacements numbers, Replacements texts) {
            int[] ofNumbers = new int[rows];
            int[] ofTexts = new int[rows];
            for (int i = 0; i < rows; i++) {
                Split split = splits.get(first + i);
                if (split == null) {
                    edits.drop(i, "dropped");
                } else if (split != Split.TRAIN) {
                    edits.route(i, split);
                }
                if (times.get(first + i) > 1) {
                    edits.repeat(i, times.get(first + i));
                }
                ofNumbers[i] = this.numbers.get(first + i);
                ofTexts[i] = this.texts.get(first + i);
            }
            edits.replace(EDITED, ofNumbers, numbers);
            edits.replace(TEXTED, ofTexts, texts);
        }
    }

    @Seeds(count = 12)
    void rowsGoWhereTheyAreSentAndBytesDoNotDependOnBlocks(long seed) throws IOException {
        Path shard = RandomShards.write(seed, folder.resolve("in")).values().iterator().next();
        Random random = new Random(seed);
        Map<String, List<List<Triple>>> before = rows(shard);
        Fate fate = Fate.random(random, before.get("label").size());

        Map<Split, byte[]> large = write(shard, fate, BlockSize.DEFAULT, false);
        Map<Split, byte[]> small = write(shard, fate, new BlockSize(1 << 20, 1 + random.nextInt(40)), false);
        Map<Split, byte[]> kept = write(shard, fate, new BlockSize(1 << 20, 1 + random.nextInt(40)), true);

        assertThat(small.keySet()).isEqualTo(large.keySet());
        small.forEach((split, bytes) -> assertThat(bytes).as(split.folder()).isEqualTo(large.get(split)));
        assertThat(kept.keySet()).isEqualTo(large.keySet());
        for (Split split : large.keySet()) {
            Path file = Files.write(folder.resolve(split + ".parquet"), large.get(split));
            assertRows(before, rows(file), fate, split);
            Path fromMemory = Files.write(folder.resolve(split + "-kept.parquet"), kept.get(split));
            assertThat(Reference.triples(fromMemory)).isEqualTo(Reference.triples(file));
        }
    }

    private Map<Split, byte[]> write(Path shard, Fate fate, BlockSize size, boolean retained) throws IOException {
        Dataset dataset = Ours.dataset(shard);
        ParquetCodec codec = new ParquetCodec();
        ShardCodec.Output output =
                codec.output(
                        dataset,
                        dataset.type(),
                        Map.of(EDITED, ColumnChange.SOME_NUMBERS, TEXTED, ColumnChange.TEXTS),
                        MissingTokens.OF_PANDAS);
        Replacements numbers = Replacements.ofNumbers(0.5, -3);
        Replacements texts = new Replacements();
        texts.addText("neu");
        texts.addText("größer");
        Map<Split, ByteArrayOutputStream> files = new EnumMap<>(Split.class);
        Map<Split, BlockWriter> writers = new EnumMap<>(Split.class);
        Edits edits = new Edits();
        int first = 0;
        try (BlockReader reader = codec.open(dataset, dataset.shards().getFirst(), Set.of(EDITED, TEXTED), size)) {
            for (Block next = reader.next(); next != null; next = reader.next()) {
                Block block = retained ? next.retained() : next;
                edits.clear(Split.TRAIN, block.rows());
                fate.apply(first, edits, block.rows(), numbers, texts);
                for (Split split : edits.destinations()) {
                    if (!writers.containsKey(split)) {
                        files.put(split, new ByteArrayOutputStream());
                        writers.put(split, output.create(files.get(split)));
                    }
                    writers.get(split).write(block, edits, split);
                }
                first += block.rows();
            }
        }
        Map<Split, byte[]> written = new EnumMap<>(Split.class);
        for (Split split : writers.keySet()) {
            writers.get(split).close();
            written.put(split, files.get(split).toByteArray());
        }
        return written;
    }

    private static void assertRows(
            Map<String, List<List<Triple>>> before, Map<String, List<List<Triple>>> after, Fate fate, Split split) {
        for (String column : before.keySet()) {
            List<Object> expected = new ArrayList<>();
            for (int row = 0; row < before.get(column).size(); row++) {
                for (int i = 0; fate.splits().get(row) == split && i < fate.times().get(row); i++) {
                    expected.add(expected(column, before.get(column).get(row), fate, row));
                }
            }
            assertThat(after.get(column)).as(column).hasSameSizeAs(expected);
            for (int row = 0; row < expected.size(); row++) {
                assertThat((Object) after.get(column).get(row)).as(column).isEqualTo(expected.get(row));
            }
        }
    }

    private static Object expected(String column, List<Triple> triples, Fate fate, int row) {
        return switch (column) {
            case "count" -> {
                int choice = fate.numbers().get(row);
                Triple kept = triples.getFirst();
                yield choice == 0
                        ? number(0.5)
                        : choice == 1
                                ? number(-3)
                                : kept.definition() == 0 ? triples : number((double) (long) kept.value());
            }
            case "code" -> {
                int choice = fate.texts().get(row);
                yield choice == 0 ? text("neu") : choice == 1 ? text("größer") : triples;
            }
            default -> triples;
        };
    }

    private static List<Triple> number(double value) {
        return List.of(new Triple(Double.doubleToRawLongBits(value), 0, 1));
    }

    private static List<Triple> text(String value) {
        return List.of(new Triple(Arrays.toString(CellValues.bytes(value)), 0, 0));
    }

    /// The triples of every column, row by row.
    private static Map<String, List<List<Triple>>> rows(Path file) throws IOException {
        Map<String, List<List<Triple>>> rows = new LinkedHashMap<>();
        Reference.triples(file)
                .forEach((column, triples) -> {
                    List<List<Triple>> ofColumn = new ArrayList<>();
                    for (Triple triple : triples) {
                        if (triple.repetition() == 0) {
                            ofColumn.add(new ArrayList<>());
                        }
                        ofColumn.getLast().add(triple);
                    }
                    rows.put(column, ofColumn);
                });
        return rows;
    }
}
